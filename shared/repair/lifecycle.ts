import * as z from 'zod'
import { DomainError } from '../errors'

export const RepairStatus = z.enum([
  'reported',
  'accepted',
  'assigned',
  'working',
  'quoted',
  'done',
  'closed',
  'declined',
  'withdrawn',
  'claimed',
  'disputed',
])
export type RepairStatus = z.infer<typeof RepairStatus>
export const REPAIR_STATUS_NAMES: Record<RepairStatus, string> = {
  reported: '待受理',
  accepted: '待派工',
  assigned: '已派工',
  working: '维修中',
  quoted: '待同意报价',
  done: '待验收',
  closed: '已完成',
  declined: '不予维修',
  withdrawn: '已撤销报修',
  claimed: '自修待报销',
  disputed: '自修费用有争议',
}

interface Move {
  from: readonly RepairStatus[]
  /** Where it may lead; empty where the repair stays in the state that it is in. */
  to: readonly RepairStatus[]
}
const move = (from: readonly RepairStatus[], to: readonly RepairStatus[] = []) => ({ from, to }) satisfies Move

/** Every move of a repair: from which states, to which. What does not stand here is forbidden. */
export const REPAIR_MOVES = {
  accept: move(['reported'], ['accepted']),
  decline: move(['reported', 'accepted'], ['declined']),
  withdraw: move(['reported', 'accepted', 'assigned'], ['withdrawn']),
  assign: move(['reported', 'accepted', 'assigned'], ['assigned']),
  take: move(['assigned', 'working', 'quoted']),
  arrangeVisit: move(['accepted', 'assigned']),
  arrive: move(['assigned'], ['working']),
  quote: move(['assigned', 'working'], ['assigned', 'working', 'quoted']),
  answerQuote: move(['quoted'], ['assigned', 'working']),
  finish: move(['working'], ['done']),
  confirm: move(['done'], ['closed', 'accepted']),
  rate: move(['closed']),
  bookCost: move(['done', 'closed']),
  claim: move(['reported', 'accepted', 'assigned'], ['claimed']),
  answerClaim: move(['claimed', 'disputed'], ['closed', 'disputed']),
  note: move(['reported', 'accepted', 'assigned', 'working', 'quoted', 'done', 'claimed', 'disputed']),
  lateAnswer: move(['reported']),
  lateArrival: move(['accepted', 'assigned']),
} as const satisfies Record<string, Move>
export type RepairMove = keyof typeof REPAIR_MOVES

export const mayMove = ({ status }: { status: RepairStatus }, name: RepairMove): boolean =>
  (REPAIR_MOVES[name].from as readonly RepairStatus[]).includes(status)

/** @throws repair.not_now */
export function checkMove(repair: { status: RepairStatus }, name: RepairMove): void {
  if (!mayMove(repair, name)) throw new DomainError('repair.not_now')
}

const OVER: readonly RepairStatus[] = ['closed', 'declined', 'withdrawn']
/** Nothing is still to be done by anybody. */
export const isOver = ({ status }: { status: RepairStatus }): boolean => OVER.includes(status)
