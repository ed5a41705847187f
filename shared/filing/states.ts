import * as z from 'zod'
import { DomainError, type ErrorCode } from '../errors'

/** 备案类型 (FIL-03): 新办, 变更, 延续, 注销. All but the first are about a filing that is in force. */
export const FilingType = z.enum(['new', 'change', 'extension', 'cancellation'])
export type FilingType = z.infer<typeof FilingType>
export const FILING_TYPE_NAMES: Record<FilingType, string> = {
  new: '新办',
  change: '变更',
  extension: '延续',
  cancellation: '注销',
}

export const FilingStatus = z.enum([
  'draft',
  'awaiting_counterparty',
  'submitted',
  'committee_check',
  'in_review',
  'supplement',
  'rejected',
  'appealed',
  'in_review2',
  'approved',
  'certified',
  'changed',
  'extended',
  'cancelled',
  'expired',
  'withdrawn',
])
export type FilingStatus = z.infer<typeof FilingStatus>
export const FILING_STATUS_NAMES: Record<FilingStatus, string> = {
  draft: '填写中',
  awaiting_counterparty: '待对方确认',
  submitted: '待受理',
  committee_check: '居委核查中',
  in_review: '审核中',
  supplement: '退回补正',
  rejected: '不予备案',
  appealed: '已申诉',
  in_review2: '复审中',
  approved: '已通过',
  certified: '已发证明',
  changed: '已变更',
  extended: '已延续',
  cancelled: '已注销',
  expired: '已失效',
  withdrawn: '已撤回',
}

interface Move {
  from: readonly FilingStatus[]
  to: FilingStatus
  refusal: ErrorCode
}
const move = (from: readonly FilingStatus[], to: FilingStatus, refusal: ErrorCode = 'filing.not_now') =>
  ({ from, to, refusal }) satisfies Move

const BEFORE_DECISION = [
  'draft',
  'awaiting_counterparty',
  'submitted',
  'committee_check',
  'in_review',
  'supplement',
  'appealed',
  'in_review2',
] as const
const IN_FORCE = ['approved', 'certified'] as const

/**
 * Every move of a case (rule sheet 3.3): from which states, to which. What does not stand here is forbidden. A case that
 * was decided twice, after an appeal, is supplemented and decided as in_review2.
 */
export const MOVES = {
  askCounterparty: move(['draft'], 'awaiting_counterparty'),
  handBack: move(['awaiting_counterparty'], 'draft'),
  submit: move(['draft'], 'submitted'),
  confirm: move(['awaiting_counterparty'], 'submitted'),
  askCommittee: move(['submitted'], 'committee_check'),
  answerAsCommittee: move(['committee_check'], 'submitted'),
  take: move(['submitted', 'committee_check'], 'in_review', 'filing.not_submitted'),
  handOver: move(['in_review'], 'in_review', 'filing.not_in_review'),
  handOverAppeal: move(['in_review2'], 'in_review2', 'filing.not_in_review'),
  layBack: move(['in_review'], 'submitted', 'filing.not_in_review'),
  layBackAppeal: move(['in_review2'], 'appealed', 'filing.not_in_review'),
  return: move(['in_review', 'in_review2'], 'supplement', 'filing.not_in_review'),
  resubmit: move(['supplement'], 'in_review', 'filing.not_returned'),
  resubmitAppeal: move(['supplement'], 'in_review2', 'filing.not_returned'),
  approve: move(['in_review', 'in_review2'], 'approved', 'filing.not_in_review'),
  reject: move(['in_review', 'in_review2'], 'rejected', 'filing.not_in_review'),
  appeal: move(['rejected'], 'appealed'),
  takeAppeal: move(['appealed'], 'in_review2', 'filing.not_submitted'),
  withdraw: move(BEFORE_DECISION, 'withdrawn', 'filing.not_withdrawable'),
  lapse: move(['awaiting_counterparty', 'supplement'], 'expired'),
  certify: move(['approved'], 'certified'),
  change: move(IN_FORCE, 'changed'),
  extend: move([...IN_FORCE, 'expired'], 'extended'),
  cancel: move([...IN_FORCE, 'expired'], 'cancelled'),
  expire: move(IN_FORCE, 'expired'),
} as const satisfies Record<string, Move>
export type FilingMove = keyof typeof MOVES

const within = (states: readonly FilingStatus[], status: FilingStatus): boolean => states.includes(status)

export const mayMove = ({ status }: { status: FilingStatus }, name: FilingMove): boolean =>
  within(MOVES[name].from, status)

/** The state that a move leads to. @throws the refusal of the move */
export function moved(filing: { status: FilingStatus }, name: FilingMove): { status: FilingStatus } {
  if (!mayMove(filing, name)) throw new DomainError(MOVES[name].refusal)
  return { status: MOVES[name].to }
}

/** A case that somebody has to go on with; what is only being filled in is nobody's yet. */
export const isOpen = (status: FilingStatus): boolean => status !== 'draft' && within(BEFORE_DECISION, status)
/** Not handed in yet: nobody at the desk sees it. */
export const isPrivate = (status: FilingStatus): boolean => status === 'draft' || status === 'awaiting_counterparty'
/** A filing on which people rely. */
export const isInForce = (status: FilingStatus): boolean => within(IN_FORCE, status)

/** What lies on the desk: the states by which a clerk looks through the queue. */
export const DESK_STATUSES = [
  'submitted',
  'committee_check',
  'in_review',
  'supplement',
  'appealed',
  'in_review2',
  'approved',
  'certified',
  'rejected',
  'withdrawn',
] as const satisfies readonly FilingStatus[]
