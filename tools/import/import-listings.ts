import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { listingRecord } from '@anju/functions/listing/listing.store'
import { findRegion, fullName } from '@anju/functions/region/region.data'
import { partitionOf, save } from '@anju/functions/store/record'
import type { Change, Store } from '@anju/functions/store/store'
import { revise } from '@anju/shared/aggregate'
import type { Instant } from '@anju/shared/day'
import { composeId, type ListingId } from '@anju/shared/id'
import type { Listing } from '@anju/shared/listing/listing'
import { SingleBar } from 'cli-progress'
import { openLocalStore } from '../local-store'
import { type Field, mappingFor, readMapping } from './mapping'
import { judgeRow, REASONS, type Reason, type Settings } from './row'
import { rowsOf } from './rows'

export interface Report {
  read: number
  imported: number
  unchanged: number
  refused: number
  reasons: Partial<Record<Reason, number>>
}

export interface ImportOptions {
  file: string
  mapping?: string | undefined
  coordinates?: Settings['coordinates']
  region?: string | undefined
  now: Instant
  refuse: (line: number, reason: Reason) => void
  progress?: (bytes: number) => void
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** The same row of the same source has the same id for ever: importing it twice changes nothing. */
function idOf(source: string, reference: string, districtCode: string): ListingId {
  const hash = createHash('sha256').update(`${source}\0${reference}`).digest()
  return composeId('lst', [...hash.subarray(0, 26)].map((byte) => ALPHABET[byte % 32]).join(''), districtCode)
}

/** What the source says; versions and times are ours. */
const said = ({ version: _v, createdAt: _c, revisedAt: _r, publishedAt: _p, ...rest }: Listing) => rest

/** At most so many changes go into one transaction; a listing needs up to six. */
const TRANSACTION = 100
const BATCH_ROWS = 100
const WRITERS = 4

/** Reads a file of listings into the store: all that can be defended, telling line and reason of every other row. */
export async function importListings(store: Store, options: ImportOptions): Promise<Report> {
  const report: Report = { read: 0, imported: 0, unchanged: 0, refused: 0, reasons: {} }
  const refuse = (line: number, reason: Reason) => {
    report.refused++
    report.reasons[reason] = (report.reasons[reason] ?? 0) + 1
    options.refuse(line, reason)
  }
  const seen = new Set<string>()
  let batch: Listing[] = []
  const running = new Set<Promise<void>>()

  async function flush(listings: Listing[]): Promise<void> {
    const before = await store.getMany<Listing>(
      'state',
      listings.map((listing) => ({ pk: partitionOf(listing.id), sk: listingRecord.sk })),
    )
    let changes: Change[] = []
    for (const [index, listing] of listings.entries()) {
      const row = before[index] as (Listing & { pk?: string; sk?: string }) | undefined
      const { pk: _pk, sk: _sk, ...known } = row ?? ({} as Record<string, never>)
      if (row && isDeepStrictEqual(said(known as Listing), said(listing))) {
        report.unchanged++
        continue
      }
      const after = row
        ? {
            ...revise(known as Listing, listing, options.now),
            version: row.version + 1,
            createdAt: row.createdAt,
            publishedAt: row.publishedAt,
          }
        : listing
      const own = save(listingRecord, row ? (known as Listing) : undefined, after, {
        kind: 'listing.imported',
        by: 'system',
        now: options.now,
      })
      if (changes.length + own.length > TRANSACTION) {
        await store.commit(changes)
        changes = []
      }
      changes.push(...own)
      report.imported++
    }
    if (changes.length > 0) await store.commit(changes)
  }
  async function hand(listings: Listing[]): Promise<void> {
    const work: Promise<void> = flush(listings).finally(() => running.delete(work))
    running.add(work)
    if (running.size >= WRITERS) await Promise.race(running)
  }

  let header: string[] | undefined
  let mapping = options.mapping ? readMapping(options.mapping) : undefined
  let column: Partial<Record<Field, number>> = {}
  for await (const { line, cells } of rowsOf(options.file, options.progress)) {
    if (!header || !mapping) {
      header = cells
      mapping ??= mappingFor(header)
      column = Object.fromEntries(Object.entries(mapping.columns).map(([field, name]) => [field, cells.indexOf(name)]))
      continue
    }
    report.read++
    if (cells.length !== header.length) {
      refuse(line, 'columns')
      continue
    }
    const cell = (field: Field): string => cells[column[field] ?? -1]?.trim() ?? ''
    const judged = judgeRow(cell, {
      coordinates: options.coordinates ?? mapping.coordinates,
      unitKind: mapping.unitKind,
      townIsDerived: mapping.townIsDerived,
      region: options.region ?? mapping.region,
      findRegion,
      fullName,
    })
    if (!judged.ok) {
      refuse(line, judged.reason)
      continue
    }
    const { townIsDerived, ...listed } = judged.facts
    const reference =
      cell('reference') || createHash('sha256').update(cells.join('\0')).digest('base64url').slice(0, 16)
    if (seen.has(reference)) {
      refuse(line, 'reference_repeated')
      continue
    }
    seen.add(reference)
    batch.push({
      ...listed,
      id: idOf(mapping.name, reference, listed.districtCode),
      version: 1,
      createdAt: options.now,
      revisedAt: options.now,
      publishedAt: options.now,
      status: 'published',
      source: { name: mapping.name, reference: reference.slice(0, 200), ...(townIsDerived && { townIsDerived }) },
    })
    if (batch.length === BATCH_ROWS) {
      await hand(batch)
      batch = []
    }
  }
  if (batch.length > 0) await hand(batch)
  await Promise.all(running)
  return report
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { mapping: { type: 'string' }, coordinates: { type: 'string' }, region: { type: 'string' } },
  })
  const [file] = positionals
  if (!file || (values.coordinates && !['gcj02', 'bd09', 'wgs84'].includes(values.coordinates))) {
    console.error(
      'npm run import:listings -- FILE.csv [--mapping MAPPING.json] [--coordinates bd09|gcj02|wgs84] [--region 3101]',
    )
    process.exit(2)
  }
  const { store, close } = await openLocalStore()
  const bar = new SingleBar({
    format: '导入 {bar} {percentage}%  {value}/{total} KB  用时 {duration_formatted}',
    stream: process.stderr,
  })
  bar.start(Math.ceil(statSync(file).size / 1024), 0)
  const refusals: string[] = []
  let bytes = 0
  const report = await importListings(store, {
    file,
    mapping: values.mapping,
    coordinates: values.coordinates as Settings['coordinates'],
    region: values.region,
    now: new Date().toISOString(),
    refuse: (line, reason) => refusals.push(`第 ${line} 行未导入：${REASONS[reason]}（${reason}）`),
    progress: (count) => {
      bytes += count
      bar.update(Math.ceil(bytes / 1024))
    },
  })
  bar.stop()
  for (const refusal of refusals) console.error(refusal)
  await close()
  console.log(JSON.stringify(report))
}
