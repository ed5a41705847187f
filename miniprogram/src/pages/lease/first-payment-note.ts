import { firstPaymentFen } from '@anju/shared/lease/schedule'
import type { LeaseTerms } from '@anju/shared/lease/terms'
import { yuan } from '@anju/shared/money'

export const firstPaymentNote = (terms: LeaseTerms): string =>
  `押金 ¥${yuan(terms.deposit.amountFen)} + 首期租金 ¥${yuan(firstPaymentFen(terms) - terms.deposit.amountFen)}`
