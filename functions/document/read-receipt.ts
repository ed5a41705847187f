import { lineWhy } from '@anju/shared/bill/explain'
import { partsOf, paymentForReceipt, receiptNoOf } from '@anju/shared/bill/receipt'
import { dayAt } from '@anju/shared/day'
import type { documentRoutes } from '@anju/shared/document/document.routes'
import { type Block, pairs, says } from '@anju/shared/document/paper'
import { unitName } from '@anju/shared/dwelling/dwelling'
import { PAY_METHOD_NAMES } from '@anju/shared/ledger/entry'
import { yuan } from '@anju/shared/money'
import { moneyInWords } from '@anju/shared/numerals'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { find } from '../store/record'
import { printPdf } from './pdf'

/** 收据 of one payment for both parties (CT-09): what it paid, in figures and in words; with the deposit, its three rules (N-06). */
export const readReceipt: UseCase<typeof documentRoutes.readReceipt> = async (
  { paymentId },
  { subject: bill, store },
) => {
  const payment = paymentForReceipt(bill, paymentId)
  const receiptNo = receiptNoOf(payment)
  const { amountFen, refundedFen = 0, receivedOn, recordedAt, method, payer, note } = payment
  const parts = partsOf(bill, payment)
  const items: Block = {
    kind: 'table',
    columns: [
      { title: '项目', share: 2 },
      { title: '说明', share: 6 },
      { title: '金额（元）', share: 2, align: 'right' },
    ],
    rows: parts.map(({ line, name, amountFen: partFen }) => [
      name,
      line ? lineWhy(line, bill) || '—' : '超出本账单的部分，抵以后的租金',
      yuan(partFen),
    ]),
  }
  const lease = parts.some(({ line }) => line?.kind === 'deposit')
    ? await find(store, leaseRecord, bill.leaseId)
    : undefined
  const grounds = lease?.deposit.deductionGrounds ?? []
  const bytes = await printPdf(
    {
      title: '收款收据',
      below: [`收据号：${receiptNo}`, `收款日期：${receivedOn}`],
      footer: `${receiptNo}　${bill.lessorName} / ${bill.lesseeName}`,
      madeAt: recordedAt,
    },
    [
      {
        title: '',
        blocks: [
          pairs(
            ['收款人', bill.lessorName],
            ['付款人', payer ? `${payer}（代 ${bill.lesseeName} 支付）` : bill.lesseeName],
            ['房屋', `${bill.addressText} ${unitName(bill.unit)}`],
            ['收款方式', method === 'prepaid' ? '预付款抵扣' : PAY_METHOD_NAMES[method]],
            ['金额', `¥${yuan(amountFen)}`],
            ['大写', moneyInWords(amountFen)],
            ...(refundedFen > 0 ? ([['其中已退还', `¥${yuan(refundedFen)}`]] as const) : []),
            ...(note ? ([['备注', note]] as const) : []),
          ),
        ],
      },
      { title: '收款项目', blocks: [items] },
      ...(lease
        ? [
            {
              title: '押金的约定',
              blocks: [
                says(
                  `押金由出租方持有，租客交还房屋并结清之日起${lease.deposit.returnDays === undefined ? '按约定的时间' : ` ${lease.deposit.returnDays} 日内`}返还。`,
                ),
                says(
                  grounds.length > 0 ? `只能因以下事由扣减：${grounds.join('、')}。` : '租约没有列明可以扣减的事由。',
                ),
              ],
            },
          ]
        : []),
      {
        title: '',
        blocks: [
          says(
            `本收据由收款人通过安居记录，记录日期 ${dayAt(recordedAt)}。款项直接进入收款人自己的账户，平台不代收租金和押金。本收据不是发票。`,
          ),
        ],
      },
    ],
  )
  return { fileName: `收据-${receiptNo}.pdf`, bytes }
}
