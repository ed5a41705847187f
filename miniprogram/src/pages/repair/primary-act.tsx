import { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { RepairView } from '@anju/shared/repair/view'
import { workRoutes } from '@anju/shared/repair/work.routes'
import { Button } from '../../components/button'
import { useCommand } from '../../use-call'
import type { Asking } from './repair-sheets'
import { act } from './told'

interface Props {
  repair: RepairView
  onAsk: (asking: Asking) => void
}

/** A time that the other side proposed and nobody agreed to yet; a worker speaks for the lessor. */
export const mayAgreeVisit = ({ visit, side, status }: RepairView): boolean =>
  visit !== undefined &&
  !visit.agreedAt &&
  (status === 'accepted' || status === 'assigned') &&
  (visit.proposedBy === 'lessee') !== (side === 'lessee')

/** May go in: at an agreed time, in danger, or where nobody lives. */
export const mayArrive = ({ visit, side, status, priority, lesseeId }: RepairView): boolean =>
  status === 'assigned' && side !== 'lessee' && (priority === 'P1' || !lesseeId || visit?.agreedAt !== undefined)

/** The one thing that the reader is waited for. */
export function PrimaryAct({ repair, onAsk }: Props) {
  const at = { repairId: repair.id, version: repair.version }
  const accept = useCommand(repairRoutes.acceptRepair)
  const visit = useCommand(repairRoutes.arrangeVisit)
  const arrive = useCommand(workRoutes.arriveForRepair)
  const answer = useCommand(repairRoutes.answerQuote)
  const confirm = useCommand(repairRoutes.confirmRepair)
  const { side, status } = repair
  const lessor = side === 'lessor'
  if (repair.mayAgree)
    return (
      <Button
        loading={answer.pending}
        onPress={() => void act(answer.run({ ...at, agreed: true, answer: '' }), '已同意报价')}
      >
        同意报价
      </Button>
    )
  if (mayAgreeVisit(repair) && repair.visit) {
    const { at: visitAt } = repair.visit
    return (
      <Button loading={visit.pending} onPress={() => void act(visit.run({ ...at, at: visitAt }), '已约定')}>
        同意这个上门时间
      </Button>
    )
  }
  if (lessor && status === 'reported')
    return (
      <Button loading={accept.pending} onPress={() => void act(accept.run({ ...at, note: '' }), '已受理')}>
        受理
      </Button>
    )
  if (lessor && status === 'accepted') return <Button onPress={() => onAsk('assign')}>派工</Button>
  if (mayArrive(repair))
    return (
      <Button loading={arrive.pending} onPress={() => void act(arrive.run(at), '已记录到场')}>
        到场
      </Button>
    )
  if (side !== 'lessee' && status === 'working') return <Button onPress={() => onAsk('finish')}>完工</Button>
  if (status === 'done' && (side === 'lessee' || (lessor && !repair.lesseeId)))
    return (
      <Button
        loading={confirm.pending}
        onPress={() => void act(confirm.run({ ...at, fixed: true, note: '' }), '已验收')}
      >
        修好了
      </Button>
    )
  if (lessor && (status === 'claimed' || status === 'disputed'))
    return <Button onPress={() => onAsk('acceptClaim')}>认可自修费用</Button>
  if (lessor && (status === 'closed' || status === 'done') && !repair.cost && (repair.costFen ?? 0) > 0)
    return <Button onPress={() => onAsk('cost')}>费用入账</Button>
  if (side === 'lessee' && status === 'closed' && !repair.rating && repair.doneAt)
    return <Button onPress={() => onAsk('rate')}>评价</Button>
  if (repair.mayClaim) return <Button onPress={() => onAsk('claim')}>自修报销</Button>
  return null
}
