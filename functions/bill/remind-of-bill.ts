import { type Bill, isOpen, isOverdue, markOverdue, owedFen } from '@anju/shared/bill/bill'
import { nextDunning } from '@anju/shared/bill/issue'
import { daysFor } from '@anju/shared/bill/parameters'
import { type Day, daysBetween } from '@anju/shared/day'
import { yuan } from '@anju/shared/money'
import { type Morning, movedTo, type Settle, settled } from '../due/due'
import { type Reminder, remind } from '../notice/remind'
import { find, save } from '../store/record'
import { billRecord } from './bill.store'

/** 提醒与逾期: reminds of an open bill on its days, marks it overdue, and lets it be once it is settled (N-27). */
export const remindOfBill: Settle<{ queue: string }> = async (due, morning) => {
  const { store, today, now, cause } = morning
  const bill = await find(store, billRecord, due.id)
  if (!bill || !isOpen(bill)) return store.commit([settled(due)])
  const nextDay = nextDunning(bill.dueOn, today)
  const onward = nextDay ? movedTo(due, nextDay, { queue: due.row.queue }).changes : [settled(due)]
  const overdue = isOverdue(bill, today) && !bill.overdueOn
  const reminder = reminderOf(bill, daysBetween(bill.dueOn, due.day), morning)
  await store.commit([
    ...(overdue ? save(billRecord, bill, markOverdue(bill, today, now), cause('bill.overdue')) : []),
    ...(reminder ? await remind(store, reminder) : []),
    ...onward,
  ])
}

/** What is said on which step; the day after is told to nobody, since three days are grace. */
function reminderOf(bill: Bill, step: number, { today, now }: Pick<Morning, 'today' | 'now'>): Reminder | undefined {
  const late = daysBetween(bill.dueOn, today)
  const arrears = daysFor('bill.arrears_days').includes(step) || (late > 1 && step <= 0)
  if (late > 0 && !arrears) return undefined
  const amount = `¥${yuan(owedFen(bill))}`
  const { title, words } =
    late > 0
      ? { title: `账单 ${amount} 已逾期 ${late} 天`, words: `已逾期${late}天` }
      : late === 0
        ? { title: `账单 ${amount} 今天到期`, words: '今天到期' }
        : { title: `账单 ${amount} 还有 ${-late} 天到期`, words: `还有${-late}天到期` }
  return {
    to: late > 0 ? [bill.lesseeId, bill.lessorId] : [bill.lesseeId],
    template: late > 0 ? 'arrears' : 'bill',
    notice: { id: `${bill.id}#${step}`, at: now, title, body: bill.addressText, about: { kind: 'bill', id: bill.id } },
    message: { home: bill.addressText, amountFen: owedFen(bill), day: bill.dueOn, words },
    today: today as Day,
  }
}
