import { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { RepairView } from '@anju/shared/repair/view'
import { workRoutes } from '@anju/shared/repair/work.routes'
import { Button } from '../../components/button'
import { useCommand } from '../../use-call'
import type { Asking } from './repair-sheets'
import { act } from './told'
import type { Next } from './what-next'

const WORDS: Record<Next, string> = {
  agreeQuote: '同意报价',
  agreeVisit: '同意这个上门时间',
  accept: '受理',
  assign: '派工',
  arrive: '到场',
  finish: '完工',
  confirm: '修好了',
  acceptClaim: '认可自修费用',
  cost: '费用入账',
  rate: '评价',
  claim: '自修报销',
}

interface Props {
  repair: RepairView
  next: Next
  onAsk: (asking: Asking) => void
}

/** Does what the reader is waited for, at once or after asking. */
export function PrimaryAct({ repair, next, onAsk }: Props) {
  const at = { repairId: repair.id, version: repair.version }
  const accept = useCommand(repairRoutes.acceptRepair)
  const visit = useCommand(repairRoutes.arrangeVisit)
  const arrive = useCommand(workRoutes.arriveForRepair)
  const answer = useCommand(repairRoutes.answerQuote)
  const confirm = useCommand(repairRoutes.confirmRepair)
  const press = (): void => {
    switch (next) {
      case 'agreeQuote':
        return void act(answer.run({ ...at, agreed: true, answer: '' }), '已同意报价')
      case 'agreeVisit':
        return void (repair.visit && act(visit.run({ ...at, at: repair.visit.at }), '已约定'))
      case 'accept':
        return void act(accept.run({ ...at, note: '' }), '已受理')
      case 'arrive':
        return void act(arrive.run(at), '已记录到场')
      case 'confirm':
        return void act(confirm.run({ ...at, fixed: true, note: '' }), '已验收')
      default:
        onAsk(next)
    }
  }
  return (
    <Button loading={[accept, visit, arrive, answer, confirm].some(({ pending }) => pending)} onPress={press}>
      {WORDS[next]}
    </Button>
  )
}
