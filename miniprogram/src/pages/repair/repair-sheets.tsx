import { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { RepairView } from '@anju/shared/repair/view'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import { AssignSheet } from './assign-sheet'
import { AcceptClaimSheet, ClaimSheet, CostSheet } from './money-sheets'
import { RateSheet } from './rate-sheet'
import { act } from './told'
import { VisitSheet } from './visit-sheet'
import { WordsSheet } from './words-sheet'
import { FinishSheet, QuoteSheet } from './work-sheets'

/** What the reader is about to do, and is asked for. */
export type Asking =
  | 'assign'
  | 'visit'
  | 'quote'
  | 'finish'
  | 'cost'
  | 'claim'
  | 'acceptClaim'
  | 'rate'
  | 'decline'
  | 'withdraw'
  | 'refuseQuote'
  | 'again'
  | 'disputeClaim'
  | 'note'

interface Props {
  repair: RepairView
  asking: Asking
  onClose: () => void
}

/** Acts that need one sentence. */
function Words({ repair, asking, onClose }: Props) {
  const at = { repairId: repair.id, version: repair.version }
  const decline = useCommand(repairRoutes.declineRepair)
  const withdraw = useCommand(repairRoutes.withdrawRepair)
  const answer = useCommand(repairRoutes.answerQuote)
  const confirm = useCommand(repairRoutes.confirmRepair)
  const claim = useCommand(repairRoutes.answerClaim)
  const note = useCommand(repairRoutes.addRepairNote)
  const common = { pending: [decline, withdraw, answer, confirm, claim, note].some(({ pending }) => pending), onClose }
  switch (asking) {
    case 'decline': {
      const send = (reason: string) => void act(decline.run({ ...at, reason }), '已答复租客', onClose)
      return <WordsSheet title="不予维修" label="原因" yes="答复租客" required onSend={send} {...common} />
    }
    case 'withdraw': {
      const send = (reason: string) => void act(withdraw.run({ ...at, reason }), '已撤销', onClose)
      return <WordsSheet title="撤销报修" label="原因" yes="撤销报修" onSend={send} {...common} />
    }
    case 'refuseQuote': {
      const send = (text: string) => void act(answer.run({ ...at, agreed: false, answer: text }), '已答复', onClose)
      return <WordsSheet title="不同意报价" label="原因" yes="不同意" required onSend={send} {...common} />
    }
    case 'again': {
      const send = (text: string) => void act(confirm.run({ ...at, fixed: false, note: text }), '已退回重修', onClose)
      return <WordsSheet title="没有修好" label="还有什么问题" yes="退回重修" required onSend={send} {...common} />
    }
    case 'disputeClaim': {
      const input = { ...at, agreed: false, entryId: newId('ent') }
      const send = (reason: string) => void act(claim.run({ ...input, reason }), '已答复租客', onClose)
      return <WordsSheet title="不认可自修费用" label="原因" yes="答复租客" required onSend={send} {...common} />
    }
    default: {
      const send = (text: string, pictureIds: RepairView['pictureIds']) =>
        void act(note.run({ ...at, text, pictureIds }), '已补充', onClose)
      return (
        <WordsSheet title="补充说明" label="说明" yes="提交" required aboutId={repair.id} onSend={send} {...common} />
      )
    }
  }
}

export function RepairSheets({ repair, asking, onClose }: Props) {
  const both = { repair, onClose }
  switch (asking) {
    case 'assign':
      return <AssignSheet {...both} />
    case 'visit':
      return <VisitSheet {...both} />
    case 'quote':
      return <QuoteSheet {...both} />
    case 'finish':
      return <FinishSheet {...both} />
    case 'cost':
      return <CostSheet {...both} />
    case 'claim':
      return <ClaimSheet {...both} />
    case 'acceptClaim':
      return <AcceptClaimSheet {...both} />
    case 'rate':
      return <RateSheet {...both} />
    default:
      return <Words {...both} asking={asking} />
  }
}
