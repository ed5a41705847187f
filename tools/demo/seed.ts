import { settleDay } from '@anju/functions/daily'
import type { World } from '@anju/functions/http/router'
import { addDays, addMonths, type Day } from '@anju/shared/day'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { LeaseId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { DEMO_SHOP } from '../sandbox/pay-orders'
import { NEIGHBOURS, PERSONAS, ZHANGJIANG } from './cast'
import { playComplaints } from './complaints'
import { BOOK_MONTHS, playCosts } from './costs'
import { playHeldHomes } from './held'
import { HOMES } from './homes'
import { playMessages } from './messages'
import { playMeters } from './meters'
import { playPaperLease } from './paper'
import { playRepairs } from './repairs'
import { advertise, type Home, playFiling, playTenancy, tenantHimself } from './scenes'
import { at, openStage } from './stage'
import { ADVERTS, MONTHLY, room, storiesOf } from './stories'

/** Builds the demo town through the use cases themselves, at the days on which things happened. The same `today` gives the same town. */
export async function seedTown(world: World, today: Day, progress: (what: string) => void = () => {}): Promise<void> {
  const stage = await openStage(world)
  for (const persona of [...PERSONAS, ...NEIGHBOURS]) await stage.enter(persona, at(addMonths(today, -BOOK_MONTHS - 2)))
  progress('居民')

  const homes: Home[] = []
  const registeredAt = at(addMonths(today, -BOOK_MONTHS - 1))
  for (const { holder, facts } of HOMES) {
    const dwellingId = stage.newId('dwl', registeredAt, ZHANGJIANG)
    homes.push({
      holder,
      dwelling: await stage.act(holder, dwellingRoutes, 'registerDwelling', { dwellingId, ...facts }, registeredAt),
    })
  }
  const homeAt = (index: number) => homes[index] as Home
  const merchant = { version: 0, subMchId: DEMO_SHOP }
  await stage.act('chen', paymentRoutes, 'setMerchant', merchant, at(addDays(today, -3)))
  progress('房屋和收款商户')

  const leaseOf = new Map<string, LeaseId>()
  for (const { filing, home, ...plan } of storiesOf(today)) {
    const { leaseId, signedOn } = await playTenancy(stage, { ...plan, home: homeAt(home) }, today)
    if (!leaseOf.has(plan.tenant)) leaseOf.set(plan.tenant, leaseId)
    if (plan.tenant === 'zhou') await playMessages(world, stage, leaseId, today)
    if (!filing) continue
    const { daysAgo, with: others = [], ...rest } = filing
    const on = daysAgo === undefined ? addDays(signedOn, 3) : addDays(today, -daysAgo)
    await playFiling(stage, {
      ...rest,
      leaseId,
      tenant: plan.tenant,
      on,
      occupants: [tenantHimself(plan.tenant), ...others],
    })
  }
  await playPaperLease(stage, today)
  progress('租约、留言、备案和账本')

  for (const { home, daysAgo, ...advert } of ADVERTS)
    await advertise(stage, { ...advert, home: homeAt(home), on: addDays(today, -daysAgo) })
  const small = {
    home: homeAt(1),
    unit: room('C'),
    title: '小次卧，适合一人居住',
    rentFen: 210_000,
    payCycle: MONTHLY,
    description: '限一人居住，使用面积 9.8 平方米。',
  }
  const listingId = await advertise(stage, { ...small, on: addDays(today, -5) })
  const askedAt = at(addDays(today, -1), 20)
  const request = {
    listingId,
    requestId: stage.newId('ask', askedAt, ZHANGJIANG),
    moveInOn: addDays(today, 10),
    months: 12,
    persons: 1,
    message: '在张江上班，一个人住，请问可以周末看房吗？',
  }
  await stage.act('sun', leaseRoutes, 'requestRental', request, askedAt)
  progress('房源')

  await playHeldHomes(stage, homes, today)
  progress('主租约、业主和照片')

  await playCosts(stage, homes, today)
  progress('成本')

  await playMeters(stage, homes.slice(0, 2), today)
  progress('水电燃气表')

  const [fresh, waiting] = [leaseOf.get('zhou') as LeaseId, leaseOf.get('li') as LeaseId]
  const own = homes.slice(0, 2).map(({ dwelling }) => dwelling.id)
  await playRepairs(stage, { fresh, waiting, homes: own }, today)
  progress('报修和安全检查')

  await playComplaints(stage, today)
  progress('投诉')

  // What is settled makes the next one fall due, month after month of the past.
  for (let passes = 0, settled = 1; settled > 0 && passes < 3 * BOOK_MONTHS; passes++)
    settled = (await settleDay(world, at(today, 8), [ZHANGJIANG.slice(0, 6)])).settled
  progress('今天到期的事')
}
