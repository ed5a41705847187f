import type { Lease } from '@anju/shared/lease/lease'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { yuan } from '@anju/shared/money'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { today } from '../../lease/lease-words'
import { useVoucher } from '../../picture/use-voucher'
import { VoucherField } from '../../picture/voucher-field'
import { useCommand } from '../../use-call'

/** 记录结算款: that the refund was paid, or that what was owed has come, with what shows it. */
export function RefundSheet({ lease, onClose }: { lease: Lease; onClose: () => void }) {
  const [paidOn, setPaidOn] = useState(today())
  const voucher = useVoucher(lease.id)
  const record = useCommand(tenancyRoutes.recordRefund)
  const fen = lease.settlement?.totalFen ?? 0
  const refusal = record.error instanceof CallError ? record.error : undefined
  const send = () =>
    record
      .run({
        leaseId: lease.id,
        version: lease.version,
        paidOn,
        ...(voucher.picture && { voucherId: voucher.picture.id }),
      })
      .then(
        () => {
          toast('已记录')
          onClose()
        },
        (error: unknown) => toast(sentenceOf(error)),
      )
  return (
    <Sheet
      open
      title="记录结算款"
      onClose={onClose}
      footer={
        <Button loading={record.pending} disabled={voucher.sending} onPress={() => void send()}>
          {fen >= 0 ? `已退还 ¥${yuan(fen)}` : `已收到 ¥${yuan(-fen)}`}
        </Button>
      }
    >
      <DateField
        label={fen >= 0 ? '退还日期' : '收到日期'}
        required
        value={paidOn}
        max={today()}
        onChange={setPaidOn}
        {...(refusal && { error: refusal.fieldError('paidOn') })}
      />
      <VoucherField voucher={voucher} hint="转账截图或收条，租客也能看到" />
      <Notice>平台不代收租金和押金，这里只登记双方已经付清的钱，会记入账本。</Notice>
      {refusal && <Notice tone="danger" title={sentenceOf(refusal)} />}
    </Sheet>
  )
}
