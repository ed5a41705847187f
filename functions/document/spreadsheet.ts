import writeXlsxFile from 'write-excel-file/node'

/** A cell: text, or money in fen that becomes yuan. */
export type Cell = string | { fen: number } | null
export interface Sheet {
  name: string
  heads: string[]
  rows: Cell[][]
  widths: number[]
}

const MONEY = '#,##0.00'
const cellOf = (cell: Cell) =>
  cell === null || typeof cell === 'string'
    ? { type: String, value: cell ?? '' }
    : { type: Number, value: cell.fen / 100, format: MONEY }

/** A workbook. Text stays text: a note that begins with "=" is no formula. */
export async function workbook(sheets: Sheet[]): Promise<Uint8Array> {
  const file = writeXlsxFile(
    sheets.map(({ name, heads, rows, widths }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      data: [
        heads.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  )
  return file.toBuffer()
}
