import { addDays, type Day } from '../day'
import { LeaseTerms } from '../lease/terms'
import type { LeaseRow } from './import'

type Row = Pick<LeaseRow, 'startOn' | 'endOn' | 'rentFen' | 'depositFen' | 'rentMonths'>

/** The terms of a lease that was signed on paper, as far as a spreadsheet tells them. */
export const paperTerms = ({ startOn, endOn, rentFen, depositFen, rentMonths }: Row): LeaseTerms =>
  LeaseTerms.parse({
    startOn,
    endOn,
    rentFen,
    payCycle: { depositMonths: Math.min(12, Math.round((depositFen / rentFen) * 2) / 2), rentMonths },
    deposit: { amountFen: depositFen, deductionGrounds: [] },
    remarks: '本租约已在纸面签订，条款以纸质合同为准',
  })

/** The first day whose rent is not paid yet. */
export const billsFrom = ({ startOn, paidThrough }: { startOn: Day; paidThrough?: Day | undefined }): Day =>
  paidThrough === undefined || paidThrough < startOn ? startOn : addDays(paidThrough, 1)
