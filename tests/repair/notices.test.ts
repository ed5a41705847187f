import { noticesOf } from '@anju/functions/notice/notice.store'
import { tell } from '@anju/functions/notice/tell'
import { noticesOfLine } from '@anju/functions/notice/words'
import type { JournalLine } from '@anju/functions/store/record'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { RepairView } from '@anju/shared/repair/view'
import { workRoutes } from '@anju/shared/repair/work.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRows } from '../faults/rows'
import { active, type Household } from '../tenancy'
import { type Citizen, openTown } from '../town'
import { changing, reported } from './reported'

/** Every line of the journal of a repair is told, as the stream does, twice over: each person reads it once. */
describe('notices of a repair', () => {
  let house: Household
  beforeAll(async () => {
    const town = await openTown()
    town.setNow('2026-11-23T02:00:00.000Z')
    const holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    house = { town, holder, tenant: await town.join() }
  })
  afterAll(() => house.town.close())

  const stream = async () => {
    const { journal } = await readRows(house.town.database.endpoint, house.town.tables)
    for (const line of journal.filter(({ pk }) => pk.includes('#rep_')) as unknown as JournalLine[])
      await tell(house.town.world.store, await noticesOfLine(house.town.world.store, line))
  }
  const inbox = async (who: Citizen) =>
    (await who.call(noticeRoutes.listNotices, { limit: 50 })).value.items.map(({ title, about }) => [title, about.kind])

  it('goes to the side that did not act, and to the staff that is to go there', async () => {
    const { holder, tenant, town } = house
    const { id: leaseId } = await active(house, '2026-11-01', '2027-10-31')
    const staff = await town.join({ only: [{ role: 'keeper', holderId: holder.id }] })
    const step = async (act: Promise<{ value: RepairView }>) => (await act).value
    let repair = await reported(tenant, leaseId, { trouble: 'gas_leak', description: '有燃气味' })
    await stream()
    const worker = { kind: 'staff' as const, userId: staff.id }
    repair = await step(holder.call(repairRoutes.assignRepair, { ...changing(repair), worker }))
    await stream()
    repair = await step(holder.call(workRoutes.arriveForRepair, changing(repair)))
    const quoting = { fault: 'lessee' as const, amountFen: 12_300, finding: '软管被压坏' }
    repair = await step(holder.call(workRoutes.quoteRepair, { ...changing(repair), ...quoting }))
    await stream()
    repair = await step(tenant.call(repairRoutes.answerQuote, { ...changing(repair), agreed: true }))
    repair = await step(
      holder.call(workRoutes.finishRepair, { ...changing(repair), note: '换了软管', costFen: 12_300 }),
    )
    repair = await step(tenant.call(repairRoutes.confirmRepair, { ...changing(repair), fixed: true }))
    await stream()
    await stream()
    expect(new Set((await inbox(tenant)).map(([title]) => title))).toEqual(
      new Set([
        '已安排维修人员',
        '维修人员已到场',
        '维修报价 ¥123，请答复',
        '已完工，请在 2026-11-30 前验收，逾期未答复视为修好',
      ]),
    )
    expect(new Set(await inbox(holder))).toEqual(
      new Set([
        ['紧急报修，请受理', 'repair'],
        ['维修报价已同意', 'repair'],
        ['维修已验收', 'repair'],
      ]),
    )
    const own = await town.world.store.query('state', { ...noticesOf(staff.id), limit: 9 })
    expect(own.map(({ title }) => title)).toEqual(['有维修任务派给您'])
  })
})
