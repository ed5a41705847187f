import { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { RepairView } from '@anju/shared/repair/view'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { useCommand } from '../../use-call'
import { act } from './told'

const STARS = ['5', '4', '3', '2', '1'] as const
const WORDS: Record<(typeof STARS)[number], string> = { 5: '很满意', 4: '满意', 3: '一般', 2: '不满意', 1: '很不满意' }
const OPTIONS = STARS.map((value) => ({ value, label: WORDS[value] }))

/** 评价维修. */
export function RateSheet({ repair, onClose }: { repair: RepairView; onClose: () => void }) {
  const [stars, setStars] = useState<(typeof STARS)[number]>('5')
  const [comment, setComment] = useState('')
  const rate = useCommand(repairRoutes.rateRepair)
  const send = () => {
    const input = { repairId: repair.id, version: repair.version, stars: Number(stars), comment: comment.trim() }
    void act(rate.run(input), '谢谢评价', onClose)
  }
  return (
    <Sheet
      open
      title="评价维修"
      onClose={onClose}
      footer={
        <Button loading={rate.pending} onPress={send}>
          提交评价
        </Button>
      }
    >
      <ChoiceField label="满意吗" required options={OPTIONS} value={stars} onChange={setStars} />
      <TextField label="说点什么" multiline maxLength={300} value={comment} onChange={setComment} />
    </Sheet>
  )
}
