import { BILL_STATUS_NAMES, type Bill, isOpen, isOverdue, LINE_KIND_NAMES } from '@anju/shared/bill/bill'
import type { BillCard } from '@anju/shared/bill/bill.card'
import { type Day, daysBetween } from '@anju/shared/day'
import { PAY_METHOD_NAMES, type PayMethod } from '@anju/shared/ledger/entry'
import type { Tone } from '../../components/tag'
import { today } from '../../lease/lease-words'

/** What a card of a list is about. */
export function billName({ from, to, kinds }: BillCard): string {
  if (!from || !to) return kinds.map((kind) => LINE_KIND_NAMES[kind]).join('、')
  const also = kinds.filter((kind) => kind !== 'rent').map((kind) => LINE_KIND_NAMES[kind])
  return ['租金', ...also].join('、')
}

/** 待收 for who collects is 待付 for who pays. */
const FOR_LESSEE: Partial<Record<Bill['status'], string>> = { issued: '待付', partly_paid: '部分已付', paid: '已付清' }

export function billState(
  bill: Pick<Bill, 'status' | 'dueOn'>,
  side: 'lessor' | 'lessee',
): { word: string; tone: Tone } {
  if (isOverdue(bill, today())) return { word: `逾期 ${daysBetween(bill.dueOn, today())} 天`, tone: 'danger' }
  const word = (side === 'lessee' && FOR_LESSEE[bill.status]) || BILL_STATUS_NAMES[bill.status]
  return { word, tone: isOpen(bill) ? 'waiting' : bill.status === 'paid' ? 'done' : 'quiet' }
}

/** "还有 3 天到期". */
export function dueText(dueOn: Day): string {
  const days = daysBetween(today(), dueOn)
  if (days < 0) return `${dueOn} 到期，已过 ${-days} 天`
  return days === 0 ? `${dueOn}，今天到期` : `${dueOn} 到期，还有 ${days} 天`
}

export const methodName = (method: PayMethod | 'prepaid'): string =>
  method === 'prepaid' ? '预付款抵扣' : PAY_METHOD_NAMES[method]
