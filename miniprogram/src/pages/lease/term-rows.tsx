import { firstPaymentFen } from '@anju/shared/lease/schedule'
import type { LeaseTerms } from '@anju/shared/lease/terms'
import { payCycleName } from '@anju/shared/listing/listing'
import { Money } from '../../components/money'
import { Row } from '../../components/row'
import { firstPaymentNote } from './first-payment-note'

/** What is to be paid, and the three things that the clause on the deposit says; `begun`: the first payment is long made. */
export const TermRows = ({ lease, begun = false }: { lease: LeaseTerms; begun?: boolean }) => {
  const { amountFen, returnDays, deductionGrounds } = lease.deposit
  return (
    <>
      <Row label="月租金" value={<Money fen={lease.rentFen} />} />
      <Row label="押付方式" value={payCycleName(lease.payCycle)} />
      <Row label="押金" value={amountFen > 0 ? <Money fen={amountFen} /> : '不收押金'} />
      {returnDays !== undefined && <Row label="返还押金" value={`退房后 ${returnDays} 天内`} />}
      {deductionGrounds.length > 0 && <Row label="可以扣减" value={deductionGrounds.join('、')} />}
      {!begun && <Row label="首期应付" note={firstPaymentNote(lease)} value={<Money fen={firstPaymentFen(lease)} />} />}
    </>
  )
}
