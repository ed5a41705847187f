import { dayAt } from '@anju/shared/day'
import type { documentRoutes } from '@anju/shared/document/document.routes'
import { type Block, pairs, says } from '@anju/shared/document/paper'
import { amountFenOf, EVENT_NAMES, type LedgerEvent, PAY_METHOD_NAMES } from '@anju/shared/ledger/entry'
import { yuan } from '@anju/shared/money'
import type { UseCase } from '../http/use-case'
import { entriesFor, type ListedEntry } from './ledger-entries'
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

/** 业主对账单: what was due and paid to the owner of one home in a year; what was reversed is left out with its reversal. */
export const readOwnerStatement: UseCase<typeof documentRoutes.readOwnerStatement> = async (
  { year },
  { actor, subject: dwelling, store, now },
) => {
  const shown = year ?? dayAt(now).slice(0, 4)
  const entries = (await entriesFor(store, actor.holderId, shown)).filter(
    ({ dwellingId, event, reversed, reversalOf }) =>
      dwellingId === dwelling.id && TOLD.includes(event) && !reversed && !reversalOf,
  )
  const sum = (events: readonly LedgerEvent[]) =>
    entries.filter(({ event }) => events.includes(event)).reduce((total, entry) => total + amountFenOf(entry), 0)
  const bytes = await printPdf(
    {
      title: '业主对账单',
      below: [`${shown} 年`, `截至 ${dayAt(now)}`],
      footer: dwelling.addressText,
      madeAt: now,
    },
    [
      {
        title: '',
        blocks: [
          pairs(
            ['房屋', `${dwelling.communityName} ${dwelling.addressText}`],
            ['本年应付租金', `¥${yuan(sum(['head_rent_due']))}`],
            ['本年已付租金', `¥${yuan(sum(PAID))}`],
            ['本年付出押金', `¥${yuan(sum(['head_deposit_paid']))}`],
            ['本年退回押金', `¥${yuan(sum(['head_deposit_returned']))}`],
          ),
        ],
      },
      { title: '明细', blocks: entries.length > 0 ? [table(entries)] : [says('这一年没有与业主的往来。')] },
    ],
  )
  return { fileName: `业主对账单-${shown}-${dwelling.id.slice(-8)}.pdf`, bytes }
}
