import { dayAt } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'
import { yuan } from '@anju/shared/money'
import { openQuote, type Repair } from '@anju/shared/repair/repair'
import { PRIORITY_NAMES, TROUBLES } from '@anju/shared/repair/trouble'
import type { Telling } from './telling'

/** What the side that did not act is told. */
const TO_OTHERS: Record<string, string> = {
  'repair.withdrawn': '报修已撤销',
  'repair.visit_proposed': '请确认维修上门时间',
  'repair.visit_agreed': '维修上门时间已约定',
  'repair.arrived': '维修人员已到场',
  'repair.quote_agreed': '维修报价已同意',
  'repair.quote_refused': '维修报价未获同意，请查看',
  'repair.not_fixed': '租客反映没有修好，请重新安排',
  'repair.noted': '报修有新的补充说明',
}
/** What the lessee is told of what the lessor's side or the worker does. */
const TO_LESSEE: Record<string, string> = {
  'repair.accepted': '报修已受理',
  'repair.declined': '报修未予受理，请查看原因',
  'repair.claim_disputed': '自修费用未获认可，请查看原因',
  'repair.claim_accepted': '自修费用已认可',
}
const TO_LESSOR: Record<string, string> = {
  'repair.taken': '维修人员已接单',
  'repair.rated': '租客评价了这次维修',
  'repair.claimed': '租客自行维修，请核对票据和费用',
}
/** What both are told that nobody did. */
const LATE: Record<string, string> = {
  'repair.answer_late': '报修超过受理时限仍未受理，租客可以自行维修并凭票据报销',
  'repair.arrival_late': '报修超过到场时限仍无人上门，租客可以自行维修并凭票据报销',
}

/** Who is told what of a line of a repair. */
export function ofRepair(kind: string, repair: Repair, by: string): Telling[] {
  const { addressText, trouble, lessorId, lesseeId, worker } = repair
  const body = `${addressText} · ${TROUBLES[trouble].name}`
  const lessee = lesseeId ? [lesseeId] : []
  const outside = worker?.kind === 'outside' && worker.userId ? [worker.userId] : []
  const byLessee = by === lesseeId
  const say = (to: UserId[], title: string): Telling => ({ to, title, body, home: addressText })
  if (kind === 'repair.reported')
    return byLessee
      ? [say([lessorId], `${PRIORITY_NAMES[repair.priority]}报修，请受理`)]
      : [say(lessee, '出租方登记了报修')]
  if (kind === 'repair.assigned')
    return [
      say(lessee, repair.visit ? '已安排维修人员，请确认上门时间' : '已安排维修人员'),
      ...(worker?.kind === 'staff' && worker.userId !== by ? [say([worker.userId], '有维修任务派给您')] : []),
    ]
  if (kind === 'repair.quoted') {
    const quote = openQuote(repair)
    const to = quote?.payer === 'lessee' ? lessee : [lessorId]
    return quote ? [say(to, `维修报价 ¥${yuan(quote.amountFen)}，请答复`)] : []
  }
  if (kind === 'repair.finished')
    return [say(lessee, `已完工，请在 ${dayAt(repair.confirmBy ?? repair.revisedAt)} 前验收，逾期未答复视为修好`)]
  if (kind === 'repair.confirmed')
    return [
      say(
        [lessorId, ...lessee].filter((to) => to !== by),
        '维修已验收',
      ),
    ]
  const [toOthers, toLessee, toLessor, late] = [TO_OTHERS[kind], TO_LESSEE[kind], TO_LESSOR[kind], LATE[kind]]
  if (late) return [say([lessorId, ...lessee], late)]
  if (toOthers) return [say([...(byLessee ? [lessorId] : lessee), ...outside.filter((to) => to !== by)], toOthers)]
  if (toLessee) return [say(lessee, toLessee)]
  return toLessor ? [say([lessorId], toLessor)] : []
}
