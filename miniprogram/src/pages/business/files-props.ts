/** A file that a person chose. */
export interface Chosen {
  name: string
  base64: string
  bytes: number
}
