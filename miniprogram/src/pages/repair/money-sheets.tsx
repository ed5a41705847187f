import { addDays } from '@anju/shared/day'
import { regionOf } from '@anju/shared/id'
import { PAY_METHOD_NAMES, PayMethod } from '@anju/shared/ledger/entry'
import { MOST_REPAIR_PICTURES, payerOf } from '@anju/shared/repair/repair'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { RepairView } from '@anju/shared/repair/view'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { MoneyField } from '../../components/money-field'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { today } from '../../lease/lease-words'
import { newId } from '../../new-id'
import { PhotoField } from '../../picture/photo-field'
import { usePhotos } from '../../picture/use-photos'
import { useCommand } from '../../use-call'
import { act } from './told'

const METHODS = PayMethod.options.map((value) => ({ value, label: PAY_METHOD_NAMES[value] }))
/** What the form proposes for a bill to the tenant. */
const PROPOSED_DAYS = 7
interface Props {
  repair: RepairView
  onClose: () => void
}

/** 维修费入账: a cost of this home; what the tenant agreed to bear becomes a bill of theirs. */
export function CostSheet({ repair, onClose }: Props) {
  const passesOn = payerOf(repair) === 'lessee'
  const [amountFen, setAmountFen] = useState<number | undefined>(repair.costFen)
  const [paidOn, setPaidOn] = useState(today())
  const [method, setMethod] = useState<PayMethod>('wechat')
  const [ids] = useState(() => ({ entryId: newId('ent'), billId: newId('bil', regionOf(repair.id)) }))
  const book = useCommand(repairRoutes.bookRepairCost)
  const send = () => {
    if (!amountFen) return toast('请填写金额')
    const bill = passesOn ? { billId: ids.billId, dueOn: addDays(today(), PROPOSED_DAYS) } : {}
    const about = { repairId: repair.id, version: repair.version, entryId: ids.entryId }
    void act(book.run({ ...about, amountFen, paidOn, method, ...bill }), '已入账', onClose)
  }
  return (
    <Sheet
      open
      title="维修费入账"
      onClose={onClose}
      footer={
        <Button loading={book.pending} onPress={send}>
          {passesOn ? '入账并向租客开账单' : '入账'}
        </Button>
      }
    >
      <Notice source="民法典第七百一十二条、第七百一十三条" ruleId="N-29">
        {passesOn
          ? '租客已同意承担：付给师傅的钱记维修成本，再由账单向租客收回，成本相抵。'
          : '由出租方承担，记这套房屋的维修成本。'}
      </Notice>
      <MoneyField label="付了多少" required fen={amountFen} onChange={setAmountFen} />
      <DateField label="付款日" required value={paidOn} max={today()} onChange={setPaidOn} />
      <ChoiceField label="怎么付的" required options={METHODS} value={method} onChange={setMethod} />
    </Sheet>
  )
}

/** 自修报销, by the tenant. */
export function ClaimSheet({ repair, onClose }: Props) {
  const [amountFen, setAmountFen] = useState<number | undefined>(undefined)
  const [paidOn, setPaidOn] = useState(today())
  const [note, setNote] = useState('')
  const photos = usePhotos(repair.id, 'repair', MOST_REPAIR_PICTURES)
  const claim = useCommand(repairRoutes.claimSelfRepair)
  const send = () => {
    if (!amountFen) return toast('请填写金额')
    if (photos.sending) return toast('照片还在上传，请稍候')
    if (photos.pictureIds.length === 0) return toast('请上传票据照片')
    const about = { repairId: repair.id, version: repair.version, receiptIds: photos.pictureIds }
    void act(claim.run({ ...about, amountFen, paidOn, note: note.trim() }), '已提交，等出租方核对', onClose)
  }
  return (
    <Sheet
      open
      title="自修报销"
      onClose={onClose}
      footer={
        <Button loading={claim.pending} onPress={send}>
          提交报销
        </Button>
      }
    >
      <Notice source="民法典第七百一十三条" ruleId="N-29">
        出租方未履行维修义务的，承租人可以自行维修，费用由出租方负担。
      </Notice>
      <MoneyField label="花了多少" required fen={amountFen} onChange={setAmountFen} />
      <DateField label="付款日" required value={paidOn} max={today()} onChange={setPaidOn} />
      <TextField label="修了什么" required multiline maxLength={300} value={note} onChange={setNote} />
      <PhotoField photos={photos} name="票据" hint="票据和修好后的照片。" />
    </Sheet>
  )
}

const SETTLING = [
  { value: 'cash', label: '退还现金' },
  { value: 'rent', label: '抵下期租金' },
] as const

/** 认可自修费用, by the lessor. */
export function AcceptClaimSheet({ repair, onClose }: Props) {
  const [settling, setSettling] = useState<'cash' | 'rent'>('cash')
  const [method, setMethod] = useState<PayMethod>('wechat')
  const [entryId] = useState(() => newId('ent'))
  const answer = useCommand(repairRoutes.answerClaim)
  const send = () => {
    const about = { repairId: repair.id, version: repair.version, entryId, agreed: true }
    void act(answer.run({ ...about, settling, method, reason: '' }), '已认可并入账', onClose)
  }
  return (
    <Sheet
      open
      title="认可自修费用"
      onClose={onClose}
      footer={
        <Button loading={answer.pending} onPress={send}>
          认可并入账
        </Button>
      }
    >
      <ChoiceField label="怎么结" required options={SETTLING} value={settling} onChange={setSettling} />
      {settling === 'cash' && (
        <ChoiceField label="怎么付的" required options={METHODS} value={method} onChange={setMethod} />
      )}
    </Sheet>
  )
}
