import { createReadStream, openSync, readSync } from 'node:fs'
import { Transform } from 'node:stream'
import { parse } from 'csv-parse'

export interface CsvRow {
  /** Line of the file on which the row begins, the header being 1. */
  line: number
  cells: string[]
}

/** UTF-8, or GB 18030 where the beginning of the file is no UTF-8. */
function encodingOf(file: string): 'utf-8' | 'gb18030' {
  const head = Buffer.alloc(65_536)
  const size = readSync(openSync(file, 'r'), head, 0, head.length, 0)
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, size), { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/** The rows of a CSV file one by one, the header first; `progress` is told the bytes that were read. */
export async function* rowsOf(file: string, progress: (bytes: number) => void = () => {}): AsyncGenerator<CsvRow> {
  const decoder = new TextDecoder(encodingOf(file))
  const decode = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      progress(chunk.length)
      done(null, decoder.decode(chunk, { stream: true }))
    },
  })
  const parser = createReadStream(file)
    .pipe(decode)
    .pipe(
      parse({
        bom: true,
        info: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        trim: true,
      }),
    )
  let line = 1
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield { line, cells: record }
    line = info.lines + 1
  }
}
