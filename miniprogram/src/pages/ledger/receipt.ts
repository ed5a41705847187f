import type { Day } from '@anju/shared/day'
import type { PayMethod } from '@anju/shared/ledger/entry'
import type { ReceiptKind } from '@anju/shared/ledger/receipt'
import { today } from '../../lease/lease-words'
import type { Due } from './due'

/** What the lessor has filled in so far. */
export interface Receipt {
  kind: ReceiptKind
  amountFen: number | undefined
  /** Where the amount comes from. */
  hint: string
  receivedOn: Day
  method: PayMethod
  coversFrom: Day | undefined
  coversTo: Day | undefined
  note: string
}

const HINTS: Record<ReceiptKind, { due: string; settled: string }> = {
  deposit: { due: '还没有收到的押金，可以修改', settled: '这份租约的押金已收齐' },
  rent: { due: '按月租金和付款周期算出，可以修改', settled: '租金已记到租期结束' },
}

/** A receipt of one kind that begins with what is due. */
export const receiptFor = (kind: ReceiptKind, { amountFen, coversFrom, coversTo }: Due): Receipt => ({
  kind,
  amountFen,
  hint: amountFen === undefined ? HINTS[kind].settled : HINTS[kind].due,
  receivedOn: today(),
  method: 'wechat',
  coversFrom,
  coversTo,
  note: '',
})

export function faultsOf({ kind, amountFen, receivedOn, coversFrom, coversTo }: Receipt): Record<string, string> {
  return {
    ...(!amountFen && { amountFen: '请填写收到的金额' }),
    ...(receivedOn > today() && { receivedOn: '收款日期不能晚于今天' }),
    ...(kind === 'rent' && coversFrom && coversTo && coversTo < coversFrom && { coversTo: '结束日不能早于开始日' }),
  }
}
