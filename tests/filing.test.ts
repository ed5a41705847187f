import { deskRoutes } from '@anju/shared/filing/desk.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, declarations, occupantsOf, offeredLease } from './let-home'
import { movedTo } from './moved-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

const COMMITTEES = [`${ZHANGJIANG}001`, `${ZHANGJIANG}002`] as const

describe('filing', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let clerk: Citizen
  const filingId = newId('fil', ZHANGJIANG)
  let ids: Awaited<ReturnType<typeof offeredLease>>

  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    clerk = await town.join({ hats: [{ role: 'clerk', region: COMMITTEES[0] }] })
    ids = await offeredLease(holder, tenant, await advertisedHome(holder))
    for (const [who, version] of [
      [holder, 1],
      [tenant, 2],
    ] as const)
      await who
        .call(leaseRoutes.signLease, { commandId: commandId(), leaseId: ids.leaseId, version })
        .then((answer) => answer.value)
    await moveHome({ committeeCode: COMMITTEES[0] })
  })
  afterAll(() => town.close())

  const moveHome = (address: object, more?: object) => movedTo(holder, ids.dwellingId, address, more)
  const submit = (occupants: ReturnType<typeof occupantsOf>) =>
    tenant.call(filingRoutes.submitFiling, {
      commandId: commandId(),
      leaseId: ids.leaseId,
      filingId,
      occupants,
      declarations,
    })

  it('knows no rooms but those of the home', async () => {
    const nowhere = occupantsOf(tenant).map((occupant) => ({ ...occupant, roomNo: 'Z' }))
    expect((await submit(nowhere)).error).toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'occupants.0.roomNo' }],
    })
  })
  it('is seen by the clerk of its committee, in the queue of the committee', async () => {
    expect((await submit(occupantsOf(tenant))).value).toMatchObject({ committeeCode: COMMITTEES[0] })
    const queue = async (regionCode: string) =>
      clerk.call(filingRoutes.listQueue, { regionCode, status: 'committee_check' })
    expect((await queue(COMMITTEES[0])).value.items.map((card) => card.id)).toEqual([filingId])
    expect((await queue(COMMITTEES[1])).error.code).toBe('access.region')
    expect((await queue(ZHANGJIANG)).error.code).toBe('access.region')
  })
  it('waits for the committee, which says what it saw (FIL-08)', async () => {
    const early = await clerk.call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 1 })
    expect(early.error.code).toBe('filing.committee_first')
    const doubt = { commandId: commandId(), filingId, version: 1, result: 'doubt' as const }
    expect((await clerk.call(deskRoutes.checkAsCommittee, doubt)).error).toMatchObject({ fields: [{ path: 'note' }] })
    const seen = await clerk.call(deskRoutes.checkAsCommittee, { ...doubt, note: '客厅有床' })
    expect(seen.value).toMatchObject({
      status: 'submitted',
      checkedByCommittee: { by: clerk.id, result: 'doubt', note: '客厅有床' },
    })
  })
  it('returned for its address, it takes the mended home when it comes back', async () => {
    await clerk
      .call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 2 })
      .then((answer) => answer.value)
    const reasons = [{ code: 'ADDRESS' as const, explanation: '门牌号不符' }]
    await clerk
      .call(filingRoutes.returnFiling, { commandId: commandId(), filingId, version: 3, reasons })
      .then((answer) => answer.value)
    await moveHome({ number: '77号' }, { titleNo: '沪(2020)浦字不动产权第012345号' })
    const back = await tenant.call(filingRoutes.resubmitFiling, {
      commandId: commandId(),
      filingId,
      version: 4,
      occupants: occupantsOf(tenant),
      declarations,
    })
    expect(back.value).toMatchObject({
      status: 'in_review',
      takenBy: clerk.id,
      titleNo: '沪(2020)浦字不动产权第012345号',
    })
    expect(back.value.addressText).toContain('77号')
  })
  it('is decided by one clerk: the other is told', async () => {
    const other = await town.join({ hats: [{ role: 'clerk', region: ZHANGJIANG }] })
    expect(
      (await other.call(filingRoutes.approveFiling, { commandId: commandId(), filingId, version: 5 })).error.code,
    ).toBe('filing.taken_by_other')
    expect(
      (await other.call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 5 })).error.code,
    ).toBe('filing.not_submitted')
    expect(
      (await clerk.call(filingRoutes.approveFiling, { commandId: commandId(), filingId, version: 5 })).value.status,
    ).toBe('approved')
    expect(
      (await tenant.call(filingRoutes.withdrawFiling, { commandId: commandId(), filingId, version: 6 })).error.code,
    ).toBe('filing.not_withdrawable')
  })
})
