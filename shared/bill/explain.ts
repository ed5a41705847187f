import { FEE_KIND_NAMES, STUB_BASIS_NAMES } from '../lease/terms'
import { yuan } from '../money'
import { type Bill, type BillLine, LINE_KIND_NAMES } from './bill'

/** 租金、水费、物业费 … */
export const lineName = ({ kind, feeKind }: Pick<BillLine, 'kind' | 'feeKind'>): string =>
  feeKind ? FEE_KIND_NAMES[feeKind] : LINE_KIND_NAMES[kind]

const lengthOf = ({ months = 0, stubDays = 0 }: BillLine): string =>
  [months > 0 && `${months} 个月`, stubDays > 0 && `${stubDays} 天`].filter(Boolean).join(' 零 ')

/** Why the line costs what it costs, in one sentence. */
export function lineWhy(line: BillLine, { stubBasis }: Pick<Bill, 'stubBasis'>): string {
  const days = line.from && line.to ? `${line.from} 至 ${line.to}` : ''
  const length = lengthOf(line)
  const rate = line.monthlyFen === undefined ? '' : `每月 ¥${yuan(line.monthlyFen)}`
  const basis = line.stubDays ? `零头${STUB_BASIS_NAMES[stubBasis]}` : ''
  return [[days, length && `共 ${length}`].filter(Boolean).join('，'), rate, basis, line.note]
    .filter(Boolean)
    .join('；')
}
