import { settleDay } from '@anju/functions/daily'
import type { LeaseId } from '@anju/shared/id'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { ManualEvent, needsOf } from '@anju/shared/ledger/manual'
import { residualFen, shareFen } from '@anju/shared/ledger/spread'
import { personRoutes } from '@anju/shared/person/person.routes'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { request } from '../client'
import { auditBooks } from '../faults/audit-books'
import { readRows } from '../faults/rows'
import { letHome } from '../let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from '../town'
import { addPicture } from '../upload'
import { written } from './notation'

type Told = z.input<typeof ledgerRoutes.recordEntry.input>

describe('events booked by hand', () => {
  let town: Town
  let holder: Citizen
  let home: Awaited<ReturnType<typeof letHome>>
  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-20T02:00:00.000Z')
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    home = await letHome(town, holder, await town.join())
  })
  afterAll(() => town.close())

  const record = (who: Citizen, told: Partial<Told>) =>
    who.call(ledgerRoutes.recordEntry, {
      commandId: commandId(),
      entryId: newId('ent'),
      event: 'repair_paid',
      on: '2026-11-10',
      amountFen: 30_000,
      ...told,
    } as Told)
  /** Time goes on, and a session ends: the holder signs in again. */
  const travel = async (instant: string) => {
    town.setNow(instant)
    const { token } = (await request(town.base, personRoutes.logIn, { code: town.wechat.loginCode(holder.openid) }))
      .value
    holder = { ...holder, token, call: (route, input) => request(town.base, route, input, token) }
  }
  const run = () => settleDay(town.world, town.world.now(), [ZHANGJIANG.slice(0, 6)])
  const entries = async (asked: z.input<typeof ledgerRoutes.listEntries.input>) =>
    (await holder.call(ledgerRoutes.listEntries, { limit: 50, ...asked })).value.items
  const faults = async () => {
    const { state, journal } = await readRows(town.database.endpoint, town.tables)
    return auditBooks(state, journal).faults
  }

  it.each(ManualEvent.options)('%s, with what it must say', async (event) => {
    const all = {
      home: { dwellingId: home.dwellingId },
      lease: { leaseId: home.leaseId },
      covers: { coversFrom: '2026-11-01', coversTo: '2026-12-31' },
      months: { months: 24 },
      claim: { claim: 'rent' },
      against: { against: 'damage' },
      account: { account: 'cash' },
    }
    const needs = needsOf(event)
    const told = Object.assign({ event, amountFen: 1_000 }, ...needs.map((need) => all[need])) as Partial<Told>
    if (event === 'deposit_taken') expect((await record(holder, told)).error.code).toBe('ledger.deposit_exceeds')
    else expect((await record(holder, told)).value).toMatchObject({ event, by: holder.id, on: '2026-11-10' })
    for (const need of needs) {
      const lacking = { ...told, ...Object.fromEntries(Object.keys(all[need]).map((name) => [name, undefined])) }
      expect([need, (await record(holder, lacking)).error.code]).toEqual([need, 'request.invalid'])
    }
  })

  it('keeps what an entry is about, and its voucher', async () => {
    const { id: voucherId } = await addPicture(holder, home.dwellingId, 'voucher')
    const unit = { kind: 'room' as const, roomNo: 'B' }
    const about = { dwellingId: home.dwellingId, unit, voucherId, method: 'wechat' as const, note: '换水龙头' }
    expect((await record(holder, about)).value).toMatchObject(about)
    const elsewhere = await letHome(town, holder, await town.join())
    expect((await record(holder, { ...about, dwellingId: elsewhere.dwellingId })).error.code).toBe('picture.not_found')
    const noSuchUnit = { dwellingId: home.dwellingId, unit: { kind: 'room' as const, roomNo: 'Z' } }
    expect((await record(holder, noSuchUnit)).error.code).toBe('dwelling.no_such_unit')
  })

  it('knows nothing of the homes and leases of others, and of days to come', async () => {
    const other = await town.join({ hats: [{ role: 'sublandlord' }] })
    expect((await record(other, { dwellingId: home.dwellingId })).error.code).toBe('dwelling.not_found')
    expect((await record(other, { event: 'fee_received', leaseId: home.leaseId })).error.code).toBe('lease.not_found')
    expect((await record(holder, { on: '2026-11-21' })).error.code).toBe('ledger.future')
    expect(
      (await record(holder, { event: 'deposit_returned', leaseId: home.leaseId, amountFen: 330_000 })).error.code,
    ).toBe('ledger.deposit_short')
  })

  it('spreads a purchase month by month, once, and takes it back where it is reversed', async () => {
    const entryId = newId('ent')
    const told = {
      entryId,
      event: 'fit_out_paid',
      on: '2026-11-10',
      amountFen: 100_000,
      months: 3,
      dwellingId: home.dwellingId,
    }
    expect((await record(holder, told as Partial<Told>)).status).toBe(200)
    await travel('2026-12-31T22:00:00.000Z')
    await run()
    await run()
    const borne = await entries({ event: 'fit_out_amortised' })
    expect(borne.filter(({ postings }) => postings[0]?.amountFen === 33_333).map(({ on }) => on)).toEqual([
      '2026-11-30',
    ])
    expect(borne.filter(({ postings }) => postings[0]?.amountFen === 33_334).map(({ postings }) => postings)).toEqual([
      written('2026-12-31 fit out amortised  fit_out_amortised ← fit_out  333.34')[0]?.postings,
    ])
    await holder.call(ledgerRoutes.reverseEntry, { commandId: commandId(), entryId, reversalId: newId('ent') })
    await travel('2027-02-01T22:00:00.000Z')
    await run()
    const back = (await entries({ month: '2027-02', event: 'fit_out_amortised' })).filter(
      ({ postings }) => postings[0]?.debit === 'fit_out',
    )
    expect(back.map(({ postings }) => postings[0]?.amountFen)).toEqual([66_667])
    expect(await faults()).toEqual([])
  })

  it('closes months: what is late is refused with the way out, what the house books moves to the open month', async () => {
    const bookkeeper = await town.join({ only: [{ role: 'bookkeeper', holderId: holder.id }] })
    const acting = bookkeeper.actingFor(holder.id)
    const close = (month: string) => acting.call(ledgerRoutes.closeMonth, { month })
    expect((await close('2027-02')).error.code).toBe('ledger.month_not_over')
    const told = { event: 'furniture_paid' as const, on: '2026-10-05', amountFen: 36_000, dwellingId: home.dwellingId }
    expect((await record(holder, told)).status).toBe(200)
    expect((await close('2026-12')).value.closedThrough).toBe('2026-12')
    expect((await close('2026-12')).value.closedThrough).toBe('2026-12')
    expect((await close('2026-11')).value.closedThrough).toBe('2026-12')
    const late = (await record(holder, { on: '2026-12-31' })).error
    expect(late).toMatchObject({ code: 'ledger.period_closed', message: expect.stringContaining('补记') })
    expect(late.message).toContain('红冲')
    expect((await record(acting, { on: '2027-01-01' })).value.by).toBe(bookkeeper.id)
    await run()
    const borne = (await entries({ month: '2027-01', event: 'furniture_amortised' })).filter(
      ({ postings }) => postings[0]?.amountFen === 1_000,
    )
    expect(borne.map(({ on }) => on)).toEqual(['2027-01-31', '2027-01-01', '2027-01-01', '2027-01-01'])
    expect(await faults()).toEqual([])
  })

  it('reverses an entry of a closed month on the day of the correction', async () => {
    const [entry] = await entries({ month: '2026-11' })
    const reversed = await holder.call(ledgerRoutes.reverseEntry, {
      commandId: commandId(),
      entryId: entry!.id,
      reversalId: newId('ent'),
    })
    expect(reversed.value.on).toBe('2027-02-02')
    expect(await faults()).toEqual([])
  })

  it('lists the entries of one lease', async () => {
    const { items } = (await holder.call(ledgerRoutes.listEntries, { leaseId: home.leaseId as LeaseId, limit: 50 }))
      .value
    expect(items.length).toBeGreaterThan(5)
    expect(new Set(items.map(({ leaseId }) => leaseId))).toEqual(new Set([home.leaseId]))
  })
})

describe('a straight line', () => {
  it('bears the whole, and what is left is what the months to come would bear (CT-14)', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000_000 }),
        fc.integer({ min: 1, max: 240 }),
        fc.nat(240),
        (amountFen, months, passed) => {
          const shares = Array.from({ length: months }, (_, index) => shareFen(amountFen, months, index))
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amountFen)
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
          expect(residualFen(amountFen, months, passed)).toBe(
            shares.slice(passed).reduce((sum, share) => sum + share, 0),
          )
        },
      ),
    ))
})
