import { yuan } from '@anju/shared/money'
import { FAULT_NAMES, Fault, payerRule } from '@anju/shared/repair/payer'
import { agreedQuote, MOST_REPAIR_PICTURES } from '@anju/shared/repair/repair'
import type { RepairView } from '@anju/shared/repair/view'
import { workRoutes } from '@anju/shared/repair/work.routes'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { toast } from '../../components/feedback'
import { MoneyField } from '../../components/money-field'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { PhotoField } from '../../picture/photo-field'
import { usePhotos } from '../../picture/use-photos'
import { useCommand } from '../../use-call'
import { act } from './told'

const FAULTS = Fault.options.map((value) => ({ value, label: FAULT_NAMES[value] }))
interface Props {
  repair: RepairView
  onClose: () => void
}

/** 报价: why it broke, what it costs, and so who is asked to agree (N-29). */
export function QuoteSheet({ repair, onClose }: Props) {
  const [fault, setFault] = useState<Fault>('wear')
  const [amountFen, setAmountFen] = useState<number | undefined>(undefined)
  const [finding, setFinding] = useState('')
  const photos = usePhotos(repair.id, 'repair', MOST_REPAIR_PICTURES)
  const quote = useCommand(workRoutes.quoteRepair)
  const rule = payerRule(fault)
  const send = () => {
    if (!amountFen) return toast('请填写金额')
    if (photos.sending) return toast('照片还在上传，请稍候')
    const about = { repairId: repair.id, version: repair.version, pictureIds: photos.pictureIds }
    void act(quote.run({ ...about, fault, amountFen, finding: finding.trim() }), '已报价', onClose)
  }
  return (
    <Sheet
      open
      title="报价"
      onClose={onClose}
      footer={
        <Button loading={quote.pending} onPress={send}>
          提交报价
        </Button>
      }
    >
      <ChoiceField
        label="损坏原因"
        required
        options={repair.lesseeId ? FAULTS : FAULTS.slice(0, 1)}
        value={fault}
        onChange={setFault}
      />
      <Notice ruleId={rule.ruleId} source={rule.source}>
        {rule.message}
      </Notice>
      <MoneyField label="金额" required fen={amountFen} onChange={setAmountFen} />
      <TextField
        label="查到的原因和要做的事"
        required
        multiline
        maxLength={300}
        value={finding}
        onChange={setFinding}
      />
      <PhotoField photos={photos} name="报修" hint="拍下损坏处，作为依据。" />
    </Sheet>
  )
}

/** 完工. */
export function FinishSheet({ repair, onClose }: Props) {
  const agreed = agreedQuote(repair)
  const [costFen, setCostFen] = useState<number | undefined>(agreed?.amountFen ?? 0)
  const [note, setNote] = useState('')
  const photos = usePhotos(repair.id, 'repair', MOST_REPAIR_PICTURES)
  const finish = useCommand(workRoutes.finishRepair)
  const send = () => {
    if (costFen === undefined) return toast('请填写费用，没有费用填 0')
    if (photos.sending) return toast('照片还在上传，请稍候')
    const about = { repairId: repair.id, version: repair.version, pictureIds: photos.pictureIds }
    void act(finish.run({ ...about, note: note.trim(), costFen }), '已完工，等待验收', onClose)
  }
  return (
    <Sheet
      open
      title="完工"
      onClose={onClose}
      footer={
        <Button loading={finish.pending} onPress={send}>
          提交完工
        </Button>
      }
    >
      <TextField label="做了什么" required multiline maxLength={300} value={note} onChange={setNote} />
      <MoneyField
        label="实际费用"
        required
        hint={agreed ? `不超过已同意的 ¥${yuan(agreed.amountFen)}` : '没有费用填 0'}
        fen={costFen}
        onChange={setCostFen}
      />
      <PhotoField photos={photos} name="报修" hint="拍下修好的样子。" />
    </Sheet>
  )
}
