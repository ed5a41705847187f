/** A file that a person chose. */
export interface Chosen {
  name: string
  base64: string
  bytes: number
}

/** A document of the API, and under which name it is kept. */
export interface Download {
  path: string
  fileName: string
}
