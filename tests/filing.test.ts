import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, declarations, occupantsOf, offeredLease } from './let-home'
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

  async function moveHome(address: object, more: object = {}) {
    const home = (await holder.call(dwellingRoutes.readDwelling, { dwellingId: ids.dwellingId })).value
    const { id: dwellingId, holderId: _h, addressText: _a, createdAt: _c, revisedAt: _r, ...facts } = home
    const change = { ...facts, ...more, dwellingId, address: { ...home.address, ...address }, commandId: commandId() }
    return (await holder.call(dwellingRoutes.reviseDwelling, change)).value
  }
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
    const queue = async (regionCode: string) => clerk.call(filingRoutes.listQueue, { regionCode })
    expect((await queue(COMMITTEES[0])).value.items.map((card) => card.id)).toEqual([filingId])
    expect((await queue(COMMITTEES[1])).error.code).toBe('access.region')
    expect((await queue(ZHANGJIANG)).error.code).toBe('access.region')
  })
  it('returned for its address, it takes the mended home when it comes back', async () => {
    await clerk
      .call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 1 })
      .then((answer) => answer.value)
    const reasons = [{ code: 'ADDRESS' as const, explanation: '门牌号不符' }]
    await clerk
      .call(filingRoutes.returnFiling, { commandId: commandId(), filingId, version: 2, reasons })
      .then((answer) => answer.value)
    await moveHome({ number: '77号' }, { titleNo: '沪(2020)浦字不动产权第012345号' })
    const back = await tenant.call(filingRoutes.resubmitFiling, {
      commandId: commandId(),
      filingId,
      version: 3,
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
      (await other.call(filingRoutes.approveFiling, { commandId: commandId(), filingId, version: 4 })).error.code,
    ).toBe('filing.taken_by_other')
    expect(
      (await other.call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 4 })).error.code,
    ).toBe('filing.not_submitted')
    expect(
      (await clerk.call(filingRoutes.approveFiling, { commandId: commandId(), filingId, version: 4 })).value.status,
    ).toBe('approved')
    expect(
      (await tenant.call(filingRoutes.withdrawFiling, { commandId: commandId(), filingId, version: 5 })).error.code,
    ).toBe('filing.not_withdrawable')
  })
})
