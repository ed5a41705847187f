import { BILL_STATUS_NAMES, type Bill, isOpen, owedFen, type Payment } from '@anju/shared/bill/bill'
import { dayAt } from '@anju/shared/day'
import type { documentRoutes } from '@anju/shared/document/document.routes'
import { type Block, pairs, says } from '@anju/shared/document/paper'
import { unitName } from '@anju/shared/dwelling/dwelling'
import { PAY_METHOD_NAMES } from '@anju/shared/ledger/entry'
import type { DepositHeld } from '@anju/shared/ledger/owed'
import { yuan } from '@anju/shared/money'
import { billsOf } from '../bill/standing'
import type { UseCase } from '../http/use-case'
import { depositKey } from '../ledger/ledger.rows'
import { printPdf } from './pdf'

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

/** A voucher is looked at in its bill; here it has the end of its id for a name. */
const paymentTable = (payments: Payment[]): Block => ({
  kind: 'table',
  columns: [
    { title: '收款日期', share: 3 },
    { title: '方式', share: 3 },
    { title: '金额（元）', share: 3, align: 'right' },
    { title: '其中已退（元）', share: 3, align: 'right' },
    { title: '凭证', share: 3 },
  ],
  rows: payments.map(({ receivedOn, method, amountFen, refundedFen = 0, voucherId }) => [
    receivedOn,
    method === 'prepaid' ? '预付款抵扣' : PAY_METHOD_NAMES[method],
    yuan(amountFen),
    refundedFen > 0 ? yuan(refundedFen) : '—',
    voucherId ? voucherId.slice(-8) : '—',
  ]),
})

/** 对账单 of one lease for both parties: bills paid and unpaid, each payment with its voucher, and the deposit that is held. */
export const readStatement: UseCase<typeof documentRoutes.readStatement> = async (
  _input,
  { subject: lease, store, now },
) => {
  const [bills, deposit] = await Promise.all([
    billsOf(store, lease.id),
    store.get<DepositHeld>('state', depositKey(lease.lessorId, lease.id)),
  ])
  const open = bills.filter(isOpen)
  const settled = bills.filter((bill) => !isOpen(bill))
  const payments = bills
    .flatMap((bill) => bill.payments.filter(({ reversedAt }) => !reversedAt))
    .sort((one, other) => one.receivedOn.localeCompare(other.receivedOn))
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
      {
        title: '付款记录',
        blocks:
          payments.length > 0
            ? [paymentTable(payments), says('凭证一栏是照片编号的末八位，照片在账单详情里查看。')]
            : [says('还没有付款。')],
      },
    ],
  )
  return { fileName: `对账单-${lease.id.slice(-8)}.pdf`, bytes }
}
