import { deskRoutes } from '@anju/shared/filing/desk.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { FilingId } from '@anju/shared/id'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inReview, openStage, type Stage } from './faults/stage'
import { type Citizen, commandId, openTown, type Town, ZHANGJIANG } from './town'

describe('the desk', () => {
  let town: Town
  let stage: Stage
  let officer: Citizen

  beforeAll(async () => {
    town = await openTown()
    stage = await openStage(town)
    officer = await town.join({ hats: [{ role: 'town_officer', region: ZHANGJIANG }] })
  })
  afterAll(() => town.close())

  const on = (filingId: string, version: number) => ({
    commandId: commandId(),
    filingId: filingId as FilingId,
    version,
  })
  const handOver = (who: Citizen, filingId: string, version: number, to?: Citizen) =>
    who.call(deskRoutes.handOverFiling, { ...on(filingId, version), note: '休假', ...(to && { to: to.id }) })
  const approve = (who: Citizen, filingId: string, version: number) =>
    who.call(filingRoutes.approveFiling, on(filingId, version))

  it('names the colleagues to whom a case may go', async () => {
    const { clerk, other } = stage
    const { filingId } = await inReview(stage)
    const far = await town.join({ hats: [{ role: 'clerk', region: `${ZHANGJIANG}009` }] })
    const listed = (await clerk.call(deskRoutes.listColleagues, { filingId: filingId as FilingId })).value.items
    expect(listed.map(({ userId }) => userId)).toContain(other.id)
    expect(listed.map(({ userId }) => userId)).not.toContain(clerk.id)
    for (const stranger of [far, stage.tenant, clerk])
      expect((await handOver(clerk, filingId, 2, stranger)).error.code).toBe('filing.not_colleague')
  })
  it('hands a case over: the colleague decides it, and the first clerk no longer', async () => {
    const { clerk, other } = stage
    const { filingId } = await inReview(stage)
    expect((await handOver(other, filingId, 2, other)).error.code).toBe('filing.taken_by_other')
    const given = (await handOver(clerk, filingId, 2, other)).value
    expect(given).toMatchObject({
      status: 'in_review',
      takenBy: other.id,
      handover: { by: clerk.id, note: '休假' },
    })
    expect((await approve(clerk, filingId, 3)).error.code).toBe('filing.taken_by_other')
    expect((await approve(other, filingId, 3)).value.status).toBe('approved')
  })
  it('lays a case back, and it is taken anew; the supervisor does so for a clerk who is away', async () => {
    const { clerk, other } = stage
    const { filingId } = await inReview(stage)
    const back = (await handOver(officer, filingId, 2)).value
    expect(back.status).toBe('submitted')
    expect(back.takenBy).toBeUndefined()
    expect((await approve(clerk, filingId, 3)).error.code).toBe('filing.not_in_review')
    expect((await other.call(filingRoutes.takeFiling, on(filingId, 3))).value.takenBy).toBe(other.id)
  })
})
