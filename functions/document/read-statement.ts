import { BILL_STATUS_NAMES, type Bill, isOpen, owedFen } from '@anju/shared/bill/bill'
import type { BillCard } from '@anju/shared/bill/bill.card'
import { dayAt } from '@anju/shared/day'
import type { documentRoutes } from '@anju/shared/document/document.routes'
import { type Block, pairs, says } from '@anju/shared/document/paper'
import { unitName } from '@anju/shared/dwelling/dwelling'
import type { DepositHeld } from '@anju/shared/ledger/owed'
import { yuan } from '@anju/shared/money'
import { billsOfLease } from '../bill/bill.store'
import type { UseCase } from '../http/use-case'
import { depositKey } from '../ledger/ledger.rows'
import type { Row } from '../store/store'
import { printPdf } from './pdf'

const MOST_BILLS = 400
type Line = Pick<Bill, 'dueOn' | 'amountFen' | 'paidFen' | 'status' | 'from' | 'to'>

const table = (bills: Line[]): Block => ({
  kind: 'table',
  columns: [
    { title: '应付日期', share: 3 },
    { title: '租金所属期间', share: 6 },
    { title: '应付（元）', share: 3, align: 'right' },
    { title: '已付（元）', share: 3, align: 'right' },
    { title: '状态', share: 2 },
  ],
  rows: bills.map(({ dueOn, from, to, amountFen, paidFen, status }) => [
    dueOn,
    from && to ? `${from} 至 ${to}` : '—',
    yuan(amountFen),
    yuan(paidFen),
    BILL_STATUS_NAMES[status],
  ]),
})

/** 对账单 of one lease for both parties: bills paid and unpaid, and the deposit that is held. */
export const readStatement: UseCase<typeof documentRoutes.readStatement> = async (
  _input,
  { subject: lease, store, now },
) => {
  const [bills, deposit] = await Promise.all([
    store.query<BillCard & Row>('state', { ...billsOfLease(lease.id), limit: MOST_BILLS }),
    store.get<DepositHeld>('state', depositKey(lease.lessorId, lease.id)),
  ])
  const open = bills.filter(isOpen)
  const settled = bills.filter((bill) => !isOpen(bill))
  const owed = open.reduce((sum, bill) => sum + owedFen(bill), 0)
  const bytes = await printPdf(
    {
      title: '租约对账单',
      below: [`租约编号：${lease.id}`, `截至 ${dayAt(now)}`],
      footer: `${lease.addressText}　${lease.lessorName} / ${lease.lesseeName}`,
      madeAt: now,
    },
    [
      {
        title: '',
        blocks: [
          pairs(
            ['出租方', lease.lessorName],
            ['承租方', lease.lesseeName],
            ['房屋', `${lease.addressText} ${unitName(lease.unit)}`],
            ['租期', `${lease.startOn} 至 ${lease.endOn}`],
            ['现持有押金', `¥${yuan(deposit?.heldFen ?? 0)}`],
            ['尚未支付', `¥${yuan(owed)}`],
          ),
        ],
      },
      { title: '未付账单', blocks: open.length > 0 ? [table(open)] : [says('没有未付的账单。')] },
      { title: '已结账单', blocks: settled.length > 0 ? [table(settled)] : [says('还没有已结的账单。')] },
    ],
  )
  return { fileName: `对账单-${lease.id.slice(-8)}.pdf`, bytes }
}
