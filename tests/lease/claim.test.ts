import { billRecord } from '@anju/functions/bill/bill.store'
import { settleDay } from '@anju/functions/daily'
import { read, save } from '@anju/functions/store/record'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { UserId } from '@anju/shared/id'
import { claimRoutes } from '@anju/shared/lease/claim.routes'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../faults/audit'
import { invited, paperLease } from '../paper-lease'
import { searchForSecrets } from '../secrecy'
import { on, termsOf } from '../tenancy'
import { tellAll } from '../told'
import { type Citizen, commandId, openTown, type Town } from '../town'

const NAME = '阿依古丽·买买提'

describe('a lease on paper and its tenant', () => {
  let town: Town
  let holder: Citizen
  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-23T02:00:00.000Z')
    holder = await town.join({ hats: [{ role: 'sublandlord' }], name: '陈海生' })
  })
  afterAll(async () => {
    const { faults } = await audit(town.database.endpoint, town.tables)
    await town.close()
    expect(faults).toEqual([])
  })
  const { inviteLessee, readLesseeInvitation, withdrawLesseeInvitation, openLeaseInvitation } = claimRoutes
  const { claimLease, objectToLease, correctLease } = claimRoutes
  const tenantNamed = (name = NAME) => town.join({ name })
  const open = async (who: Citizen, code: string) => (await who.call(openLeaseInvitation, { code })).value
  const claim = async (who: Citizen, code: string) => {
    const { id: leaseId, version } = await open(who, code)
    return who.call(claimLease, { commandId: commandId(), leaseId, version, code })
  }
  const billsOf = async (who: Citizen, { id: leaseId }: Lease) =>
    (await who.call(billRoutes.listLeaseBills, { leaseId, limit: 50 })).value.items

  it('is shown to who was given the code, and becomes theirs with its bills', async () => {
    const { lease, code } = await invited(holder, NAME, { paidThrough: '2026-09-30' })
    await settleDay(town.world, '2026-11-23T00:05:00.000Z', ['310115'])
    const bills = await billsOf(holder, lease)
    expect(new Set(bills.map(({ from }) => from))).toEqual(new Set(['2026-10-01', '2026-11-01', '2026-12-01']))
    const tenant = await tenantNamed()
    const shown = await open(tenant, code)
    expect(shown).toMatchObject({ id: lease.id, lessorName: '陈海生', lesseeName: NAME, rentFen: 300_000 })
    expect(JSON.stringify(shown)).not.toContain(holder.id)
    expect((await tenant.call(leaseRoutes.readLease, { leaseId: lease.id })).error.code).toBe('lease.not_found')

    const claimed = (await claim(tenant, code)).value
    expect(claimed).toMatchObject({ lesseeId: tenant.id, status: 'active' })
    expect(claimed.signatures.map(({ by }) => by)).toEqual([holder.id, tenant.id])
    expect(new Set(claimed.signatures.map(({ textHash }) => textHash)).size).toBe(1)
    expect(claimed.paper).toEqual({ billsFrom: '2026-10-01', claimedAt: '2026-11-23T02:00:00.000Z' })
    const mine = (await tenant.call(billRoutes.listBills, { side: 'lessee', limit: 50 })).value.items
    expect(mine.map(({ id }) => id).sort()).toEqual(bills.map(({ id }) => id).sort())
    for (const { id: billId } of bills) expect((await tenant.call(billRoutes.readBill, { billId })).status).toBe(200)
    expect((await tenant.call(leaseRoutes.listLeases, { side: 'lessee' })).value.items[0]?.id).toBe(lease.id)
    // Rent that was paid before the first bill here counts when they settle: four months by the spreadsheet.
    const facts = (await holder.call(tenancyRoutes.readSettlementFacts, { leaseId: lease.id })).value
    expect(facts).toMatchObject({ paidRentFen: 4 * 300_000, heldDepositFen: 300_000 })
    // A party like any other: a change that the lessor proposes is theirs to confirm.
    const deposit = { amountFen: 300_000, returnDays: 7, deductionGrounds: ['欠付租金'] }
    const changed = { ...on(claimed), ...termsOf(claimed), deposit, remarks: '可养一只猫' }
    const proposed = (await holder.call(tenancyRoutes.proposeAmendment, changed)).value
    expect((await tenant.call(tenancyRoutes.confirmAmendment, on(proposed))).value.remarks).toBe('可养一只猫')
    expect(await searchForSecrets(town, ['13800000001', code])).toEqual([])
  })

  it('is claimed once, by whoever comes first, and the code is worth nothing afterwards', async () => {
    const { lease, code } = await invited(holder, NAME)
    const several = await Promise.all(Array.from({ length: 5 }, () => tenantNamed()))
    const asked = { leaseId: lease.id, version: lease.version, code }
    const answers = await Promise.all(several.map((who) => who.call(claimLease, { commandId: commandId(), ...asked })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(['request.changed', 'lease.invitation_code']).toContain(answer.error.code)
    expect((await several[0]!.call(openLeaseInvitation, { code })).error.code).toBe('lease.invitation_code')
    const now = (await holder.call(leaseRoutes.readLease, { leaseId: lease.id })).value
    expect((await holder.call(inviteLessee, on(now))).error.code).toBe('lease.claimed')
    expect((await holder.call(correctLease, { ...on(now), ...termsOf(now), lesseeName: '王一' })).error.code).toBe(
      'lease.claimed',
    )
  })

  it('is not opened by a code that was replaced, withdrawn or is old, nor by guessing', async () => {
    const { lease, code } = await invited(holder, NAME)
    const tenant = await tenantNamed()
    const again = (await holder.call(inviteLessee, on(lease))).value
    const next = (await holder.call(readLesseeInvitation, { leaseId: lease.id })).value
    expect(next.code).not.toBe(code)
    expect((await tenant.call(openLeaseInvitation, { code })).error.code).toBe('lease.invitation_code')
    expect((await open(tenant, String(next.code))).id).toBe(lease.id)
    town.setNow('2026-12-08T02:00:00.000Z')
    const late = await town.join({ name: NAME })
    expect((await late.call(openLeaseInvitation, { code: String(next.code) })).error.code).toBe('lease.invitation_code')
    expect((await holder.call(readLesseeInvitation, { leaseId: lease.id })).value).toEqual({})
    town.setNow('2026-11-23T02:00:00.000Z')
    const gone = (await holder.call(withdrawLesseeInvitation, on(again))).value
    expect(gone.paper?.invitation).toBeUndefined()
    expect((await holder.call(withdrawLesseeInvitation, on(gone))).error.code).toBe('lease.nothing_proposed')
    const guesser = await tenantNamed()
    const guesses = []
    for (let index = 0; index < 6; index++)
      guesses.push((await guesser.call(openLeaseInvitation, { code: `0000000${index}` })).error.code)
    expect(guesses).toEqual([...Array(5).fill('lease.invitation_code'), 'staff.too_many_tries'])
  })

  it('is not claimed by the lessor, under another name, without a name, or unseen', async () => {
    const { lease, code } = await invited(holder, NAME)
    expect((await holder.call(openLeaseInvitation, { code })).error.code).toBe('lease.own_invitation')
    const other = await tenantNamed('周晓雯')
    expect((await claim(other, code)).error.code).toBe('lease.name_differs')
    const asked = { commandId: commandId(), leaseId: lease.id, version: lease.version + 1, code }
    expect((await (await tenantNamed()).call(claimLease, asked)).error.code).toBe('request.changed')
    expect((await claim(await tenantNamed('阿依古丽买买提'), code)).status).toBe(200)
  })

  it('says what is wrong, is set right by the lessor alone, and is read again before it is claimed', async () => {
    const { lease, code } = await invited(holder, '阿依古丽')
    const tenant = await tenantNamed()
    const words = '租到 2027 年 7 月底，姓名也没写全'
    for (let index = 0; index < 2; index++) void (await tenant.call(objectToLease, { code, words })).value
    const told = (await holder.call(leaseRoutes.readLease, { leaseId: lease.id })).value
    expect([told.version, told.paper?.objection?.words]).toEqual([lease.version + 1, words])
    await tellAll(town)
    await tellAll(town)
    const { items } = (await holder.call(noticeRoutes.listNotices, { limit: 50 })).value
    expect(items.filter(({ title }) => title === '租客说租约有不对的地方，请查看并更正')).toHaveLength(1)

    const seen = await open(tenant, code)
    const right = { ...on(told), ...termsOf(told), rentFen: 290_000, endOn: '2027-07-31', lesseeName: NAME }
    expect((await tenant.call(correctLease, right)).error.code).toBe('access.role')
    const early = await holder.call(correctLease, { ...right, commandId: commandId(), startOn: '2026-05-01' })
    expect(early.error.fields?.map(({ path }) => path)).toEqual(['startOn'])
    const corrected = (await holder.call(correctLease, right)).value
    expect(corrected).toMatchObject({ rentFen: 290_000, lesseeName: NAME, endOn: '2027-07-31' })
    expect(corrected.paper?.objection).toBeUndefined()
    const { units } = (await holder.call(dwellingRoutes.readBoard, { dwellingId: lease.dwellingId })).value
    expect(JSON.stringify(units)).toContain(NAME)
    const stale = { commandId: commandId(), leaseId: lease.id, version: seen.version, code }
    expect((await tenant.call(claimLease, stale)).error.code).toBe('request.changed')
    expect((await claim(tenant, code)).value).toMatchObject({ lesseeId: tenant.id, rentFen: 290_000 })
  })

  it('keeps the rent by which bills were made', async () => {
    const lease = await paperLease(holder, NAME)
    await settleDay(town.world, '2026-11-23T00:05:00.000Z', ['310115'])
    const now = (await holder.call(leaseRoutes.readLease, { leaseId: lease.id })).value
    const cheaper = { ...on(now), ...termsOf(now), rentFen: 290_000, lesseeName: NAME }
    expect((await holder.call(correctLease, cheaper)).error.fields?.map(({ path }) => path)).toEqual(['rentFen'])
  })

  it('finds a bill that was made while it was being claimed', async () => {
    const { lease, code } = await invited(holder, NAME, { paidThrough: '2026-10-31' })
    await settleDay(town.world, '2026-11-23T00:05:00.000Z', ['310115'])
    const tenant = await tenantNamed()
    void (await claim(tenant, code)).value
    const [card] = await billsOf(holder, lease)
    // As it was before: the morning had read the lease a moment before it was claimed.
    const bill = await read(town.world.store, billRecord, card!.id)
    const astray = { ...bill, lesseeId: lease.lesseeId as UserId, version: bill.version + 1 }
    const cause = { kind: 'bill.issued', by: 'system' as const, now: town.world.now() }
    await town.world.store.commit(save(billRecord, bill, astray, cause))
    expect((await tenant.call(billRoutes.readBill, { billId: bill.id })).error.code).toBe('bill.not_found')
    await tellAll(town)
    expect((await tenant.call(billRoutes.readBill, { billId: bill.id })).value.lesseeName).toBe(NAME)
  })
})
