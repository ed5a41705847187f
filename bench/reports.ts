import './quiet'
import { dwellingRecord, occupationRecord, pastOf } from '@anju/functions/dwelling/dwelling.store'
import { bookKey, depositKey, entryLine, owedKey } from '@anju/functions/ledger/ledger.rows'
import { listHomeProfits } from '@anju/functions/ledger/list-home-profits'
import { readArrears } from '@anju/functions/ledger/read-arrears'
import { readBook } from '@anju/functions/ledger/read-book'
import { readDeposits } from '@anju/functions/ledger/read-deposits'
import { readOccupancy } from '@anju/functions/ledger/read-occupancy'
import { readReport } from '@anju/functions/ledger/read-report'
import { partitionOf } from '@anju/functions/store/record'
import type { Change, Row } from '@anju/functions/store/store'
import { addDays, addMonths, type Day } from '@anju/shared/day'
import type { Tenancy } from '@anju/shared/dwelling/occupation'
import { yearsOf } from '@anju/shared/dwelling/past'
import type { UserId } from '@anju/shared/id'
import { type Book, booksOf, emptyBook, post } from '@anju/shared/ledger/book'
import { type Draft, type Entry, entryOf } from '@anju/shared/ledger/entry'
import { holdDeposit, owe } from '@anju/shared/ledger/owed'
import * as recipes from '@anju/shared/ledger/recipes'
import { newId, openTown, ZHANGJIANG } from '../tests/town'

/** What opening the report page reads with 200 rooms, after one year and after five: read units may not grow with history. */
const [HOMES, ROOMS] = [50, 4]
const TODAY = '2026-11-23'
const NOW = `${TODAY}T02:00:00.000Z`
const RENT_FEN = 300_000
const town = await openTown()
town.setNow(NOW)

/** Rows of one owner as the entries leave them; the same folds as in the store, which tests/ledger proves
 * equal to it. The journal is left out: no report reads it. */
class Ground {
  readonly rows = new Map<string, Row>()
  entries = 0
  constructor(readonly ownerId: UserId) {}

  put(row: Row): void {
    this.rows.set(`${row.pk}\n${row.sk}`, row)
  }
  private at = <T>(key: { pk: string; sk: string }) => this.rows.get(`${key.pk}\n${key.sk}`) as unknown as T | undefined

  book(draft: Draft, refs: Partial<Entry> = {}): void {
    const { ownerId } = this
    const entry = entryOf(draft, { id: newId('ent'), ownerId, by: 'system', now: NOW, ...refs })
    for (const { name, postings } of booksOf(entry)) {
      const key = bookKey(ownerId, name)
      this.put({ ...post(this.at<Book>(key) ?? emptyBook(ownerId, NOW, name), entry, postings, NOW), ...key })
    }
    this.put(entryLine(entry, false))
    this.entries++
    if (!entry.leaseId) return
    const deposit = holdDeposit(this.at(depositKey(ownerId, entry.leaseId)), entry)
    if (deposit) this.keep(depositKey(ownerId, entry.leaseId), deposit, deposit.heldFen !== 0)
    const at = owedKey(ownerId, { leaseId: entry.leaseId, ...(entry.billId && { billId: entry.billId }) })
    const owed = owe(this.at(at), entry)
    if (owed) this.keep(at, owed, owed.rentFen !== 0 || owed.feeFen !== 0)
  }
  private keep(key: { pk: string; sk: string }, value: object, holds: boolean): void {
    if (holds) this.put({ ...value, ...key })
    else this.rows.delete(`${key.pk}\n${key.sk}`)
  }
}

/** One tenancy a room and year, rent by the quarter, the last bill of every tenth room unpaid. */
function seed(years: number): Ground {
  const ground = new Ground(newId('usr'))
  const begun = addMonths(`${TODAY.slice(0, 7)}-01`, -12 * years)
  for (let home = 0; home < HOMES; home++) {
    const dwellingId = newId('dwl', ZHANGJIANG)
    const tenancies: Tenancy[] = []
    for (let room = 0; room < ROOMS; room++)
      for (let year = 0; year < years; year++) {
        const leaseId = newId('lea', ZHANGJIANG)
        const unit = { kind: 'room' as const, roomNo: 'ABCD'[room] as string }
        const startOn = addMonths(begun, 12 * year)
        const current = year === years - 1
        tenancies.push({ leaseId, unit, startOn, endOn: addDays(addMonths(startOn, 12), current ? 60 : -1) })
        const refs = { leaseId, dwellingId, unit }
        ground.book(recipes.depositTaken({ on: startOn, amountFen: RENT_FEN }), refs)
        for (let quarter = 0; quarter < 4; quarter++)
          rent(
            ground,
            addMonths(startOn, 3 * quarter),
            { ...refs, billId: `bil_${year}_${quarter}` },
            current && quarter === 3 && home % 10 === 0,
          )
        if (!current) ground.book(recipes.depositReturned({ on: addMonths(startOn, 12), amountFen: RENT_FEN }), refs)
      }
    for (let month = 0; month < 12 * years; month += 3) {
      const on = addMonths(begun, month)
      ground.book(recipes.headRentAccrued({ on, amountFen: 3 * ROOMS * RENT_FEN * 0.7 }), { dwellingId })
      ground.book(recipes.repairPaid({ on, amountFen: 10_000 }), { dwellingId })
    }
    const dwelling = {
      id: dwellingId,
      holderId: ground.ownerId,
      communityName: '听潮苑',
      addressText: '藿香路',
      createdAt: NOW,
    }
    const rooms = [...'ABCD'].map((roomNo) => ({
      roomNo,
      originalUse: 'bedroom',
      usableAreaSquareMetres: 12,
      beds: [],
    }))
    ground.put({ ...dwelling, rooms, pk: partitionOf(dwellingId), sk: dwellingRecord.sk })
    const forgotten = tenancies.filter(({ endOn }) => endOn < addDays(TODAY, -400))
    for (const { leaseId, unit, startOn: from, endOn: to } of forgotten)
      for (const year of yearsOf({ from, to }))
        ground.put({
          id: leaseId,
          unit,
          from,
          to,
          dwellingId,
          pk: ground.ownerId,
          sk: `${pastOf(ground.ownerId, year).prefix}${dwellingId}#${leaseId}`,
        })
    ground.put({
      id: dwellingId,
      dwellingId,
      tenancies: tenancies.filter((each) => !forgotten.includes(each)),
      listings: [],
      pk: partitionOf(dwellingId),
      sk: occupationRecord.sk,
    })
    ground.put({ pk: ground.ownerId, sk: `dwelling#${begun}#${dwellingId}`, id: dwellingId })
  }
  return ground
}

function rent(ground: Ground, from: Day, refs: Partial<Entry>, unpaid: boolean): void {
  const about = { ...refs, dueOn: from }
  const covering = { on: from, amountFen: 3 * RENT_FEN, coversFrom: from, coversTo: addDays(addMonths(from, 3), -1) }
  for (const draft of recipes.rentDue(covering)) ground.book(draft, about)
  if (!unpaid) ground.book(recipes.rentReceived({ on: from, amountFen: 3 * RENT_FEN }), about)
}

async function write({ rows }: Ground): Promise<void> {
  const changes = [...rows.values()].map((put): Change => ({ table: 'state', put }))
  for (let from = 0; from < changes.length; from += 100) await town.world.store.commit(changes.slice(from, from + 100))
}

/** What the page asks for when it opens. */
async function readUnits(years: number): Promise<{ units: number; entries: number }> {
  const ground = seed(years)
  await write(ground)
  let units = 0
  const store = town.world.store.counting((_kind, used) => {
    units += used
  })
  const context = {
    ...town.world,
    store,
    now: NOW,
    actor: { userId: ground.ownerId, holderId: ground.ownerId },
  } as never
  const report = await readReport({}, context)
  await readBook({}, context)
  const arrears = await readArrears({}, context)
  const deposits = await readDeposits({}, context)
  const homes = await listHomeProfits({ period: '2026', limit: 50 }, context)
  const occupancy = await readOccupancy({}, context)
  const year = await readOccupancy({ period: '2026' }, context)
  await readOccupancy({ period: '2025-12' }, context)
  if (report.total.cash.incomeFen <= 0 || arrears.items.length === 0 || deposits.heldFen !== HOMES * ROOMS * RENT_FEN)
    throw new Error('the report is not of the seeded book')
  if (year.total.letDays === 0) throw new Error('the year is not of the seeded homes')
  if (homes.items.length !== HOMES || occupancy.homes.length !== HOMES) throw new Error('homes are missing')
  return { units, entries: ground.entries }
}

const [one, five] = [await readUnits(1), await readUnits(5)]
console.log(
  JSON.stringify({
    name: 'report-read-units',
    rooms: HOMES * ROOMS,
    oneYear: one,
    fiveYears: five,
    ratio: Number((five.units / one.units).toFixed(4)),
  }),
)
await town.close()
