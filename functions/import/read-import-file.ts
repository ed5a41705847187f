import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { MOST_ROWS } from '@anju/shared/import/import'
import type { importFileRoutes } from '@anju/shared/import/import.routes'
import { type Lines, readRows, type Workbook } from '@anju/shared/import/read-rows'
import { SHEETS, type SheetName } from '@anju/shared/import/sheets'
import { unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import type { UseCase } from '../http/use-case'
import { regionExists } from '../region/region.data'

/** A small archive may unpack into a huge one. */
const MOST_UNPACKED_BYTES = 20_000_000
const MOST_FAULTS = 200

/** @throws import.not_readable, import.too_large */
function expectModest(bytes: Uint8Array): void {
  let unpacked = 0
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize
        return false
      },
    })
  } catch {
    throw new DomainError('import.not_readable')
  }
  if (unpacked > MOST_UNPACKED_BYTES) throw new DomainError('import.too_large')
}

async function workbookOf(bytes: Buffer): Promise<Workbook> {
  const found = await readXlsxFile(bytes).catch(() => {
    throw new DomainError('import.not_readable')
  })
  const linesOf = (name: string) => found.find(({ sheet }) => sheet === name)?.data as Lines | undefined
  const names = Object.keys(SHEETS) as SheetName[]
  const workbook: Workbook = Object.fromEntries(names.map((name) => [name, linesOf(SHEETS[name].name) ?? []]))
  const rows = Object.values(workbook).reduce((sum, lines) => sum + (lines?.length ?? 0), 0)
  if (rows === 0) throw new DomainError('import.not_readable')
  if (rows > MOST_ROWS) throw new DomainError('import.too_large')
  return workbook
}

/** 试读: what the spreadsheet says, and every fault with its place. Nothing is written. */
export const readImportFile: UseCase<typeof importFileRoutes.readImportFile> = async ({ fileBase64 }, { now }) => {
  const bytes = Buffer.from(fileBase64, 'base64')
  expectModest(bytes)
  const { faults, ...rows } = readRows(await workbookOf(bytes), dayAt(now), regionExists)
  return { ...rows, faults: faults.slice(0, MOST_FAULTS) }
}
