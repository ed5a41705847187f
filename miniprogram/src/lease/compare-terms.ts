import { FEE_KIND_NAMES, type LeaseTerms, STUB_BASIS_NAMES } from '@anju/shared/lease/terms'
import { payCycleName } from '@anju/shared/listing/listing'
import { yuan } from '@anju/shared/money'
import { termText } from './lease-words'

const NONE = '不约定'

/** Every term in words, in the order of the contract. */
const termsInWords = (terms: LeaseTerms): [label: string, words: string][] => [
  ['租期', termText(terms)],
  ['月租金', `¥${yuan(terms.rentFen)}`],
  ['租金调整', terms.rises.map(({ from, rentFen }) => `${from} 起 ¥${yuan(rentFen)}`).join('；') || '无'],
  ['免租期', terms.freePeriods.map(({ from, to }) => `${from} 至 ${to}`).join('；') || '无'],
  ['押付方式', payCycleName(terms.payCycle)],
  ['押金', `¥${yuan(terms.deposit.amountFen)}`],
  ['返还押金', terms.deposit.returnDays === undefined ? NONE : `退房后 ${terms.deposit.returnDays} 天内`],
  ['可以扣减', terms.deposit.deductionGrounds.join('、') || '无'],
  ['不足一个月', STUB_BASIS_NAMES[terms.stubBasis]],
  ['付租', `每期提前 ${terms.dueDaysBefore} 天`],
  [
    '费用承担',
    [...terms.fees]
      .sort((one, other) => (one.kind < other.kind ? -1 : 1))
      .map(({ kind, payer }) => `${FEE_KIND_NAMES[kind]}${payer === 'lessor' ? '出租方' : '承租方'}`)
      .join('、') || NONE,
  ],
  ['逾期违约金', terms.lateFeePerDayPpm > 0 ? `每日万分之 ${terms.lateFeePerDayPpm / 100}` : NONE],
  ['欠租解除', terms.arrearsTerminateDays === undefined ? NONE : `催告后满 ${terms.arrearsTerminateDays} 天`],
  ['退租通知', terms.noticeDays > 0 ? `提前 ${terms.noticeDays} 天` : NONE],
  ['提前退租违约金', terms.penaltyMonths > 0 ? `${terms.penaltyMonths} 个月租金` : NONE],
  ['转租', terms.subletAllowed ? '允许' : '不允许'],
  ['补充约定', terms.remarks || '无'],
]

/** What differs between two texts, both in words. */
export function changedTerms(before: LeaseTerms, after: LeaseTerms): { label: string; was: string; is: string }[] {
  const then = termsInWords(after)
  return termsInWords(before).flatMap(([label, was], index) => {
    const is = then[index]?.[1] ?? ''
    return was === is ? [] : [{ label, was, is }]
  })
}
