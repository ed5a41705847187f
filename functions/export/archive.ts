import type { Instant } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { strToU8, Zip, ZipDeflate } from 'fflate'

/** An answer of a function holds 6 MB, in which bytes stand as base64. */
const MOST_BYTES = 4_400_000
/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

export type Cell = string | number | undefined
/** One column of the CSV beside the JSON: its Chinese head, and its cell. */
export type Columns<T> = readonly (readonly [head: string, cell: (item: T) => Cell])[]

/** What a person typed never becomes a formula of the spreadsheet. */
const plain = (cell: Cell) => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell ?? ''))
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
const csvLine = (cells: Cell[]) => `${cells.map(plain).map(quoted).join(',')}\r\n`

/** A zip that is written page by page, so that only what is compressed stays in memory. */
export class Archive {
  private readonly chunks: Uint8Array[] = []
  private size = 0
  private readonly zip: Zip

  constructor(private readonly now: Instant) {
    this.zip = new Zip((error, chunk) => {
      if (error) throw error
      this.chunks.push(chunk)
      this.size += chunk.length
    })
  }

  private open(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = this.now
    this.zip.add(file)
    return file
  }

  text(name: string, text: string): void {
    this.open(name).push(strToU8(text), true)
  }

  /** The same items as JSON and as CSV. @throws export.too_large */
  async list<T>(name: string, pages: AsyncIterable<T[]>, columns: Columns<T>): Promise<number> {
    const json = this.open(`${name}.json`)
    const lines: string[] = [BYTE_ORDER_MARK, csvLine(columns.map(([head]) => head))]
    let count = 0
    for await (const page of pages) {
      const texts = page.map((item, index) => `${count + index === 0 ? '[\n' : ',\n'}${JSON.stringify(item)}`)
      json.push(strToU8(texts.join('')))
      lines.push(...page.map((item) => csvLine(columns.map(([, cell]) => cell(item)))))
      count += page.length
      if (this.size > MOST_BYTES) throw new DomainError('export.too_large')
    }
    json.push(strToU8(count === 0 ? '[]\n' : '\n]\n'), true)
    this.text(`${name}.csv`, lines.join(''))
    return count
  }

  /** @throws export.too_large */
  bytes(): Uint8Array {
    this.zip.end()
    if (this.size > MOST_BYTES) throw new DomainError('export.too_large')
    return Buffer.concat(this.chunks)
  }
}
