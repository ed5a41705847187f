import { derivedId } from '@anju/functions/derived-id'
import { entryLine } from '@anju/functions/ledger/ledger.rows'
import { postEntries, readEntry } from '@anju/functions/ledger/ledger.store'
import { Conflict } from '@anju/functions/store/store'
import { addDays } from '@anju/shared/day'
import type { Unit } from '@anju/shared/dwelling/dwelling'
import { DomainError } from '@anju/shared/errors'
import type { UserId } from '@anju/shared/id'
import { type Draft, type Entry, entryOf, reverse } from '@anju/shared/ledger/entry'
import * as recipes from '@anju/shared/ledger/recipes'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditBooks } from '../faults/audit-books'
import { readRows } from '../faults/rows'
import { newId, openTown, type Town, ZHANGJIANG } from '../town'

const NOW = '2026-11-23T02:00:00.000Z'
const TODAY = '2026-11-23'
const homes = [newId('dwl', ZHANGJIANG), newId('dwl', ZHANGJIANG)]
const leases = [newId('lea', ZHANGJIANG), newId('lea', ZHANGJIANG), newId('lea', ZHANGJIANG)]
const units: Unit[] = [{ kind: 'whole' }, { kind: 'room', roomNo: 'A' }, { kind: 'bed', roomNo: 'B', bedNo: '1' }]
const SIMPLE = [
  recipes.rentReceived,
  recipes.depositTaken,
  recipes.feeDue,
  recipes.feeReceived,
  recipes.penaltyDue,
  recipes.headRentDue,
  recipes.headRentPaid,
  recipes.agencyFee,
  recipes.repairPaid,
  recipes.utilityPassedOn,
  recipes.writtenOff('rent'),
  recipes.paidOnBehalf,
  recipes.opening('cash'),
]

/** One step: an event, or the reversal of an earlier one. */
const step = fc.record({
  recipe: fc.nat(SIMPLE.length),
  daysAgo: fc.nat(500),
  days: fc.integer({ min: 1, max: 400 }),
  amountFen: fc.integer({ min: 1, max: 5_000_000 }),
  lease: fc.option(fc.nat(2), { nil: undefined }),
  home: fc.option(fc.nat(1), { nil: undefined }),
  unit: fc.nat(2),
  bill: fc.option(fc.nat(2), { nil: undefined }),
  undo: fc.option(fc.nat(20), { nil: undefined }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function draftOf({ recipe, daysAgo, days, amountFen }: Step): Draft {
  const on = addDays(TODAY, -daysAgo)
  const simple = SIMPLE[recipe]
  if (simple) return simple({ on, amountFen })
  return recipes.rentDue({ on, amountFen, coversFrom: on, coversTo: addDays(on, days) })[0] as Draft
}

describe('the books', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())
  const cause = (by: UserId) => ({ kind: 'ledger.test', by, now: NOW })
  const faults = async () => {
    const { state, journal } = await readRows(town.database.endpoint, town.tables)
    return auditBooks(state, journal).faults
  }
  const entry = (ownerId: UserId, draft: Draft, refs: Partial<Entry> = {}): Entry =>
    entryOf(draft, { id: newId('ent'), ownerId, by: ownerId, now: NOW, ...refs })

  it('are the fold over the journal, whatever was booked and reversed, alone or several at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        async (batches) => {
          const ownerId = newId('usr')
          const done: Entry[] = []
          for (const batch of batches) {
            const undone = new Set(done.map(({ reversalOf }) => reversalOf))
            const entries = batch.map((each) => {
              const earlier = done[each.undo ?? -1]
              if (earlier && !earlier.reversalOf && !undone.has(earlier.id)) {
                undone.add(earlier.id)
                return reverse(earlier, newId('ent'), ownerId, TODAY, NOW)
              }
              return entry(ownerId, draftOf(each), {
                ...(each.lease !== undefined && { leaseId: leases[each.lease]! }),
                ...(each.home !== undefined && { dwellingId: homes[each.home]!, unit: units[each.unit]! }),
                ...(each.bill !== undefined && { billId: `bil_${each.bill}` }),
              })
            })
            const marks = entries.flatMap(({ reversalOf }) =>
              done
                .filter(({ id }) => id === reversalOf)
                .flatMap((earlier) => [
                  { table: 'state' as const, put: entryLine(earlier, true) },
                  { table: 'state' as const, put: { pk: ownerId, sk: `reversed#${earlier.id}` } },
                ]),
            )
            try {
              done.push(
                ...(await postEntries(town.world.store, { ownerId, entries, cause: cause(ownerId), also: marks })),
              )
            } catch (error) {
              // A deposit may not fall below nothing: then none of the batch is booked.
              expect((error as DomainError).code).toBe('ledger.deposit_short')
            }
          }
        },
      ),
      { numRuns: 40 },
    )
    expect(await faults()).toEqual([])
  })

  it('take what is posted at once by many, every one of it', async () => {
    const ownerId = newId('usr')
    const entries = Array.from({ length: 12 }, (_, index) =>
      entry(ownerId, recipes.rentReceived({ on: '2026-11-01', amountFen: 100 + index }), { leaseId: leases[0]! }),
    )
    const settled = await Promise.allSettled(
      entries.map((each) => postEntries(town.world.store, { ownerId, entries: [each], cause: cause(ownerId) })),
    )
    for (const { status, ...rest } of settled)
      if (status === 'rejected') expect((rest as { reason: DomainError }).reason.code).toBe('server.busy')
    expect(settled.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(6)
    expect(await faults()).toEqual([])
  })

  it('answer what the house booked before with what stands, and tell a person that the number is taken', async () => {
    const ownerId = newId('usr')
    const id = derivedId('ent', [ownerId, 'rent', '2026-11'])
    const draft = recipes.rentReceived({ on: '2026-11-01', amountFen: 100 })
    const booked = entryOf(draft, { id, ownerId, by: 'system', now: NOW })
    const system = { kind: 'ledger.test', by: 'system' as const, now: NOW }
    await postEntries(town.world.store, { ownerId, entries: [booked], cause: system })
    const again = { ...booked, bookedAt: '2026-11-24T02:00:00.000Z' }
    expect(await postEntries(town.world.store, { ownerId, entries: [again], cause: system })).toEqual([booked])
    expect(await readEntry(town.world.store, ownerId, id)).toEqual(booked)
    const person = { ...cause(ownerId), commandId: newId('cmd') }
    await expect(postEntries(town.world.store, { ownerId, entries: [again], cause: person })).rejects.toThrow(Conflict)
    expect(await faults()).toEqual([])
  })

  it('tell the caller at once where it was their own condition that failed', async () => {
    const ownerId = newId('usr')
    const draft = recipes.rentReceived({ on: '2026-11-01', amountFen: 100 })
    const also = [{ table: 'state' as const, put: { pk: ownerId, sk: 'bill', version: 2 }, when: { version: 1 } }]
    const posting = postEntries(town.world.store, {
      ownerId,
      entries: [entry(ownerId, draft)],
      cause: cause(ownerId),
      also,
    })
    await expect(posting).rejects.toThrow(Conflict)
  })

  it('never hold less than nothing of a deposit', async () => {
    const ownerId = newId('usr')
    const post = (draft: Draft) =>
      postEntries(town.world.store, {
        ownerId,
        entries: [entry(ownerId, draft, { leaseId: leases[0]! })],
        cause: cause(ownerId),
      })
    await post(recipes.depositTaken({ on: '2026-11-01', amountFen: 300 }))
    await expect(post(recipes.depositReturned({ on: '2026-11-02', amountFen: 301 }))).rejects.toThrow(DomainError)
    await post(recipes.depositReturned({ on: '2026-11-02', amountFen: 300 }))
    expect(await town.world.store.get('state', { pk: ownerId, sk: `deposit#${leases[0]}` })).toBeUndefined()
    expect(await faults()).toEqual([])
  })
})

describe('derived ids', () => {
  it('are the same for the same seed, and of their kind', () => {
    expect(derivedId('ent', ['a', 'b'])).toBe(derivedId('ent', ['a', 'b']))
    expect(derivedId('ent', ['a', 'b'])).not.toBe(derivedId('ent', ['ab']))
    expect(derivedId('fil', ['a'], ZHANGJIANG)).toMatch(/^fil_310115125_[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  })
})
