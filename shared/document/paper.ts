/** What a document is made of; how it is drawn is the printer's affair. */
export interface Column {
  title: string
  /** Share of the width, beside those of the other columns. */
  share: number
  align?: 'left' | 'right' | 'center'
}
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'pairs'; rows: (readonly [label: string, value: string])[] }
  | { kind: 'code'; text: string; large?: true }
  | { kind: 'table'; columns: Column[]; rows: string[][] }
export interface Section {
  title: string
  blocks: Block[]
}

export const says = (text: string): Block => ({ kind: 'text', text })
export const pairs = (...rows: (readonly [string, string])[]): Block => ({ kind: 'pairs', rows })
