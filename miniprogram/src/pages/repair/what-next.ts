import type { RepairView } from '@anju/shared/repair/view'

/** A time that the other side proposed and nobody agreed to yet; a worker speaks for the lessor. */
const mayAgreeVisit = ({ visit, side, status }: RepairView): boolean =>
  visit !== undefined &&
  !visit.agreedAt &&
  (status === 'accepted' || status === 'assigned') &&
  (visit.proposedBy === 'lessee') !== (side === 'lessee')

/** May go in: at an agreed time, in danger, or where nobody lives. */
export const mayArrive = ({ visit, side, status, priority, lesseeId }: RepairView): boolean =>
  status === 'assigned' && side !== 'lessee' && (priority === 'P1' || !lesseeId || visit?.agreedAt !== undefined)

export type Next =
  | 'agreeQuote'
  | 'agreeVisit'
  | 'accept'
  | 'assign'
  | 'arrive'
  | 'finish'
  | 'confirm'
  | 'acceptClaim'
  | 'cost'
  | 'rate'
  | 'claim'

/** The one thing that the reader is waited for; undefined where it is somebody else's turn. */
export function whatNext(repair: RepairView): Next | undefined {
  const { side, status } = repair
  const [lessor, lessee] = [side === 'lessor', side === 'lessee']
  const booked = repair.cost !== undefined || (repair.costFen ?? 0) === 0
  const inTurn: readonly (readonly [boolean, Next])[] = [
    [repair.mayAgree, 'agreeQuote'],
    [mayAgreeVisit(repair), 'agreeVisit'],
    [lessor && status === 'reported', 'accept'],
    [lessor && status === 'accepted', 'assign'],
    [mayArrive(repair), 'arrive'],
    [!lessee && status === 'working', 'finish'],
    [status === 'done' && (lessee || (lessor && !repair.lesseeId)), 'confirm'],
    [lessor && (status === 'claimed' || status === 'disputed'), 'acceptClaim'],
    [lessor && (status === 'closed' || status === 'done') && !booked, 'cost'],
    [lessee && status === 'closed' && !repair.rating && repair.doneAt !== undefined, 'rate'],
    [repair.mayClaim, 'claim'],
  ]
  return inTurn.find(([turn]) => turn)?.[1]
}
