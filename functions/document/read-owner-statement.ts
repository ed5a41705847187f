import { type Day, dayAt } from '@anju/shared/day'
import type { documentRoutes } from '@anju/shared/document/document.routes'
import { type Block, pairs, says } from '@anju/shared/document/paper'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { lastDayOf, type PlannedPayment, paidPlan } from '@anju/shared/head-lease/head-lease'
import { amountFenOf, EVENT_NAMES, type LedgerEvent, PAY_METHOD_NAMES } from '@anju/shared/ledger/entry'
import { yuan } from '@anju/shared/money'
import type { Person } from '@anju/shared/person/person'
import { dwellingRecord } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { personRecord } from '../person/person.store'
import { findMany } from '../store/record'
import { entriesOfHeadLease, type ListedEntry } from './ledger-entries'
import { printPdf } from './pdf'

const PAID: readonly LedgerEvent[] = ['head_rent_paid', 'paid_on_behalf']
const TOLD: readonly LedgerEvent[] = ['head_rent_due', ...PAID, 'head_deposit_paid', 'head_deposit_returned']

const table = (entries: ListedEntry[]): Block => ({
  kind: 'table',
  columns: [
    { title: '日期', share: 3 },
    { title: '事项', share: 4 },
    { title: '所属期间', share: 6 },
    { title: '方式', share: 2 },
    { title: '金额（元）', share: 3, align: 'right' },
  ],
  rows: entries.map((entry) => [
    entry.on,
    EVENT_NAMES[entry.event],
    entry.coversFrom && entry.coversTo ? `${entry.coversFrom} 至 ${entry.coversTo}` : '—',
    entry.method ? PAY_METHOD_NAMES[entry.method] : '—',
    yuan(amountFenOf(entry)),
  ]),
})

const planTable = (plan: PlannedPayment[], bookFrom: Day): Block => ({
  kind: 'table',
  columns: [
    { title: '应付日期', share: 3 },
    { title: '租金所属期间', share: 6 },
    { title: '应付（元）', share: 3, align: 'right' },
    { title: '已付（元）', share: 3, align: 'right' },
  ],
  rows: plan.map(({ dueOn, from, to, amountFen, paidFen }) => [
    dueOn,
    `${from} 至 ${to}`,
    yuan(amountFen),
    dueOn < bookFrom ? '记账前' : yuan(paidFen),
  ]),
})

/**
 * 业主对账单 of one head lease, for its holder and its owner: the plan, and what was due and paid in a year; what was
 * reversed is left out with its reversal. Tenants and other homes are not in it.
 */
export const readOwnerStatement: UseCase<typeof documentRoutes.readOwnerStatement> = async (
  { year },
  { subject: headLease, store, now },
) => {
  const today = dayAt(now)
  const shown = year ?? today.slice(0, 4)
  const [entries, [holder, ...found]] = await Promise.all([
    entriesOfHeadLease(store, headLease),
    findMany(store, [
      [personRecord, headLease.holderId],
      ...headLease.dwellingIds.map((id): [typeof dwellingRecord, string] => [dwellingRecord, id]),
    ]) as Promise<[Person | undefined, ...(Dwelling | undefined)[]]>,
  ])
  const homes = found.flatMap((home) => (home ? [`${home.communityName} ${home.addressText}`] : []))
  const told = entries.filter(({ event, reversed, reversalOf }) => TOLD.includes(event) && !reversed && !reversalOf)
  const ofYear = told.filter(({ on }) => on.startsWith(shown))
  const plan = paidPlan(headLease)
  const openFen = plan
    .filter(({ dueOn }) => dueOn <= today)
    .reduce((total, { amountFen, paidFen }) => total + amountFen - paidFen, 0)
  const sum = (events: readonly LedgerEvent[]) =>
    ofYear.filter(({ event }) => events.includes(event)).reduce((total, entry) => total + amountFenOf(entry), 0)
  const bytes = await printPdf(
    {
      title: '业主对账单',
      below: [`${shown} 年`, `截至 ${today}`],
      footer: homes.join('、'),
      madeAt: now,
    },
    [
      {
        title: '',
        blocks: [
          pairs(
            ['房屋', homes.join('、')],
            ['业主', headLease.ownerName],
            ['房屋管理人', holder?.realName ?? ''],
            ['租期', `${headLease.startOn} 至 ${lastDayOf(headLease)}`],
            ['本年应付租金', `¥${yuan(sum(['head_rent_due']))}`],
            ['本年已付租金', `¥${yuan(sum(PAID))}`],
            ['本年付出押金', `¥${yuan(sum(['head_deposit_paid']))}`],
            ['本年退回押金', `¥${yuan(sum(['head_deposit_returned']))}`],
            ['到期未付租金', `¥${yuan(openFen)}`],
          ),
        ],
      },
      { title: '本年明细', blocks: ofYear.length > 0 ? [table(ofYear)] : [says('这一年没有与业主的往来。')] },
      { title: '付款计划', blocks: [planTable(plan, headLease.bookFrom)] },
    ],
  )
  return { fileName: `业主对账单-${shown}-${headLease.id.slice(-8)}.pdf`, bytes }
}
