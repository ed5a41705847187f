import { isDeepStrictEqual } from 'node:util'
import { billRecord } from '@anju/functions/bill/bill.store'
import { businessRecord } from '@anju/functions/business/business.store'
import { invitationRecord } from '@anju/functions/business/staff.store'
import { complaintRecord } from '@anju/functions/complaint/complaint.store'
import { reviewRecord } from '@anju/functions/content/content.store'
import { dwellingRecord, occupationRecord } from '@anju/functions/dwelling/dwelling.store'
import { filingRecord } from '@anju/functions/filing/filing.store'
import { headLeaseRecord } from '@anju/functions/head-lease/head-lease.store'
import { leaseRecord, requestRecord } from '@anju/functions/lease/lease.store'
import { closingRecord } from '@anju/functions/ledger/ledger.rows'
import { listingRecord } from '@anju/functions/listing/listing.store'
import { messageRecord } from '@anju/functions/message/message.store'
import { meterRecord } from '@anju/functions/meter/meter.store'
import { differenceRecord, merchantRecord, paymentRecord } from '@anju/functions/payment/payment.store'
import { personRecord } from '@anju/functions/person/person.store'
import { pictureRecord } from '@anju/functions/picture/picture.store'
import { repairRecord } from '@anju/functions/repair/repair.store'
import { upkeepRecord } from '@anju/functions/repair/upkeep.store'
import { parameterRecord } from '@anju/functions/rule/rule.store'
import { partitionOf, type RecordKind } from '@anju/functions/store/record'
import type { Tables } from '@anju/functions/store/store.dynamodb'
import { hasUnit, unitKey, unitsOverlap } from '@anju/shared/dwelling/dwelling'
import { lastDayOf, type Occupation } from '@anju/shared/dwelling/occupation'
import { isMade, LeaseStatus } from '@anju/shared/lease/lifecycle'
import { auditBooks } from './audit-books'
import { auditClaims, auditCodes } from './audit-claims'
import { auditMeters } from './audit-meters'
import { differing, type Row, readRows } from './rows'

type Aggregate = Row & { id: string; version: number; status?: string; [field: string]: unknown }
const RECORDS = [
  personRecord,
  businessRecord,
  invitationRecord,
  dwellingRecord,
  listingRecord,
  requestRecord,
  leaseRecord,
  messageRecord,
  headLeaseRecord,
  filingRecord,
  billRecord,
  meterRecord,
  repairRecord,
  upkeepRecord,
  pictureRecord,
  complaintRecord,
  reviewRecord,
  closingRecord,
  paymentRecord,
  merchantRecord,
  differenceRecord,
  parameterRecord,
] as unknown as RecordKind<never>[]

/** Rows that only exist as links of an aggregate: one that no aggregate asks for is left over. */
const LINK =
  /^(?:usr_\w+\n(?:dwelling|home|listing|asked|was-asked|open-ask|lessor|lessee|filing|bill|owed-bill|staff|invitation|meter|repair|my-repair|staff-job|job|wechat|difference|complaint(?:-asked|-open)?)#|oid_|trc_|tel_|code_|\d+#listings#|\d+#(?:filings|complaints|reviews)\n|\S+#lea_\S+\nbill#|\S+#bil_\S+\npayment#|\d+#dwl_\w+\n(?:meter|lease)#|\S+\nalive-filing$)/
const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk}\n${sk}`

export interface Audit {
  aggregates: number
  lines: number
  links: number
  entries: number
  /** What is not as the writes must have left it; one sentence each. */
  faults: string[]
}

/**
 * Looks through both tables and tells what no crash, retry or race may ever leave behind: a version without its line in
 * the journal, a line without its version, a link or card that disagrees with its aggregate, an occupation that is not
 * what leases and adverts say, balances that are not the sum of the entries.
 */
export async function audit(endpoint: string, tables: Tables): Promise<Audit> {
  const { state, journal } = await readRows(endpoint, tables)
  const faults: string[] = []
  const byName = new Map(state.map((row) => [nameOf(row), row]))
  const aggregates = RECORDS.flatMap((record) =>
    state
      .filter((row) => row.sk === record.sk && row.pk === partitionOf(String(row.id ?? 'usr_')))
      .map((row) => ({ record, row: row as Aggregate })),
  )
  const lines = journal.filter((row) => !row.pk.includes('#ent_'))
  faults.push(
    ...auditJournal(
      aggregates.map(({ row }) => row),
      lines,
    ),
  )
  const links = auditLinks(aggregates, byName)
  faults.push(
    ...links.faults,
    ...auditOccupations(
      state,
      aggregates.map(({ row }) => row),
    ),
  )
  faults.push(...auditHomes(state), ...auditMeters(state), ...auditClaims(state), ...auditCodes(state))
  const books = auditBooks(state, journal)
  faults.push(...books.faults)
  return { aggregates: aggregates.length, lines: lines.length, links: links.count, entries: books.entries, faults }
}

function auditJournal(aggregates: Aggregate[], lines: Row[]): string[] {
  const versions = new Map<string, number[]>()
  const commands = new Set<string>()
  const faults: string[] = []
  for (const { aggregateId, version, commandId, by } of lines) {
    const id = String(aggregateId)
    const told = versions.get(id) ?? []
    told.push(Number(version))
    versions.set(id, told)
    const command = `${id} ${String(commandId)} of ${String(by)}`
    if (commandId && commands.has(command)) faults.push(`${command}: one command wrote two lines`)
    commands.add(command)
  }
  const known = new Set(aggregates.map(({ id }) => id))
  for (const { id, version } of aggregates) {
    const told = (versions.get(id) ?? []).sort((one, other) => one - other)
    if (told.length !== version || told.some((each, index) => each !== index + 1))
      faults.push(`${id} is at version ${version}, its journal tells ${told.join(', ') || 'nothing'}`)
  }
  for (const id of versions.keys()) if (!known.has(id)) faults.push(`${id} has a journal and no state`)
  return faults
}

function auditLinks(aggregates: { record: RecordKind<never>; row: Aggregate }[], byName: Map<string, Row>) {
  const expected = new Map<string, string>()
  const faults: string[] = []
  for (const { record, row } of aggregates) {
    const { pk: _pk, sk: _sk, ...aggregate } = row
    for (const { unique: _unique, once: _once, ...link } of record.links(aggregate as never)) {
      expected.set(nameOf(link), row.id)
      const stored = byName.get(nameOf(link))
      const reminder = link.pk.endsWith('#due')
      const wrong = stored && !reminder && differing(stored, link)
      if (!stored && !reminder) faults.push(`${row.id} lacks its link ${link.pk} ${link.sk}`)
      if (wrong) faults.push(`${row.id} disagrees with its link ${link.pk} ${link.sk} in ${wrong}`)
    }
  }
  for (const name of byName.keys())
    if (LINK.test(name) && !expected.has(name)) faults.push(`nothing asks for the link ${name.replace('\n', ' ')}`)
  return { count: expected.size, faults }
}

/** The count of a holder's homes is the number of their homes. */
function auditHomes(state: Row[]): string[] {
  const held = new Map<string, number>()
  for (const { sk, holderId } of state)
    if (sk === dwellingRecord.sk) held.set(String(holderId), (held.get(String(holderId)) ?? 0) + 1)
  const counted = new Map(state.filter(({ sk }) => sk === 'homes').map(({ pk, count }) => [pk, Number(count)]))
  return [...new Set([...held.keys(), ...counted.keys()])]
    .filter((holderId) => held.get(holderId) !== counted.get(holderId))
    .map((holderId) => `${holderId} keeps ${held.get(holderId)} homes, ${counted.get(holderId)} are counted`)
}

/** One tenancy a signed lease, one advert a published listing, no two for the same space and time, each unit in the home. */
function auditOccupations(state: Row[], aggregates: Aggregate[]): string[] {
  const standing = new Map<string, string[]>()
  for (const { id, status, dwellingId } of aggregates) {
    const ids = standing.get(`${id.slice(0, 3)} ${status} ${String(dwellingId)}`) ?? []
    standing.set(`${id.slice(0, 3)} ${status} ${String(dwellingId)}`, [...ids, id])
  }
  const held = new Map(
    state.filter((row) => row.sk === occupationRecord.sk).map((row) => [String(row.id), row as unknown as Occupation]),
  )
  const same = (one: string[], other: string[]) => isDeepStrictEqual([...one].sort(), [...other].sort())
  const faults: string[] = []
  for (const dwelling of aggregates.filter(({ id }) => id.startsWith('dwl_'))) {
    const { tenancies = [], listings = [] } = held.get(dwelling.id) ?? {}
    const leases = LeaseStatus.options
      .filter((status) => isMade({ status }))
      .flatMap((status) => standing.get(`lea ${status} ${dwelling.id}`) ?? [])
    const adverts = ['published', 'waiting'].flatMap((status) => standing.get(`lst ${status} ${dwelling.id}`) ?? [])
    const clash = tenancies.some((one, index) =>
      tenancies
        .slice(index + 1)
        .some(
          (other) =>
            unitsOverlap(one.unit, other.unit) && one.startOn <= lastDayOf(other) && other.startOn <= lastDayOf(one),
        ),
    )
    const tell = (what: string) => faults.push(`${dwelling.id}: ${what}`)
    if (clash) tell('two tenancies for the same space and time')
    if (
      !same(
        leases,
        tenancies.map((each) => each.leaseId),
      )
    )
      tell('tenancies are not its signed leases')
    if (
      !same(
        adverts,
        listings.map((each) => each.listingId),
      )
    )
      tell('adverts are not its published listings')
    for (const { unit } of listings)
      if (!hasUnit(dwelling as never, unit)) tell(`an advert for ${unitKey(unit)}, which the home does not have`)
  }
  return faults
}
