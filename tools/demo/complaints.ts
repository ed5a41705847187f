import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { addDays, type Day } from '@anju/shared/day'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { ZHANGJIANG } from './cast'
import { at, type Stage } from './stage'

/** 投诉 in the demo town: one answered, one on which the other side is asked, one urgent and settled, two that wait. */
export async function playComplaints(stage: Stage, today: Day): Promise<void> {
  const leaseOf = async (who: string) => {
    const { items } = await stage.act(who, leaseRoutes, 'listLeases', { side: 'lessee' }, at(today))
    const [lease] = items
    if (!lease) throw new Error(`${who} has no lease to complain of`)
    return { leaseId: lease.id }
  }
  const place = (placeText: string) => ({ townCode: ZHANGJIANG, placeText })
  type Facts = Omit<Parameters<typeof stage.act<typeof complaintRoutes, 'fileComplaint'>>[3], 'complaintId'>
  const file = (who: string, on: Day, facts: Facts) => {
    const complaintId = stage.newId('cmp', at(on, 9), ZHANGJIANG)
    return stage.act(who, complaintRoutes, 'fileComplaint', { complaintId, ...facts }, at(on, 9))
  }
  const on = (complaintId: string, version: number) => ({ complaintId, version })

  const text = '厨房漏水两周，报修三次没有人来，楼下邻居也来反映。'
  const leak = await file('zhou', addDays(today, -9), { ...(await leaseOf('zhou')), kind: 'repair', text })
  await stage.act('wu', complaintRoutes, 'acceptComplaint', on(leak.id, 1), at(addDays(today, -9), 11))
  const question = { ...on(leak.id, 2), text: '请说明厨房漏水的维修安排。' }
  await stage.act('wu', complaintRoutes, 'askRespondent', question, at(addDays(today, -8)))
  const statement = { ...on(leak.id, 3), text: '已约水管师傅周六上门。' }
  await stage.act('chen', complaintRoutes, 'makeStatement', statement, at(addDays(today, -7)))
  const answer = { outcome: 'upheld' as const, text: '出租方已更换水管并由居委会现场确认，楼下墙面由出租方修补。' }
  await stage.act('wu', complaintRoutes, 'answerComplaint', { ...on(leak.id, 4), ...answer }, at(addDays(today, -3)))

  const lock = await file('sun', addDays(today, -20), {
    ...place('蔡伦路 88 弄 3 号'),
    kind: 'eviction',
    text: '合同没到期，房东要我当天搬走，把电停了。',
  })
  await stage.act('gu', complaintRoutes, 'acceptComplaint', on(lock.id, 1), at(addDays(today, -20), 9.25))
  const settled = { outcome: 'upheld' as const, text: '已到现场，供电恢复；已告知出租方不得强行清退。' }
  await stage.act(
    'gu',
    complaintRoutes,
    'answerComplaint',
    { ...on(lock.id, 2), ...settled },
    at(addDays(today, -20), 10.5),
  )

  const door = await file('li', addDays(today, -4), {
    ...(await leaseOf('li')),
    kind: 'privacy',
    text: '我不在家时有人开门进过房间。',
  })
  await stage.act('wu', complaintRoutes, 'acceptComplaint', on(door.id, 1), at(addDays(today, -4), 15))
  const asked = { ...on(door.id, 2), text: '请说明您管理的房屋近期入户检查的安排和通知方式。' }
  await stage.act('wu', complaintRoutes, 'askRespondent', asked, at(addDays(today, -3)))

  await file('sun', addDays(today, -1), {
    ...place('香楠小区 12 号楼'),
    kind: 'group_rent',
    text: '一套三房住了十几个人，楼道堆满电动车电池。',
  })
  await file('zhou', today, {
    ...(await leaseOf('zhou')),
    kind: 'service',
    text: '打电话一直不接，约好的时间没有人来。',
  })
}
