import * as z from 'zod'
import type { Day } from '../day'
import { DomainError, type ErrorCode } from '../errors'
import type { RuleHit } from '../rule'

export const LeaseStatus = z.enum([
  'draft',
  'offered',
  'declined',
  'withdrawn',
  'signed',
  'active',
  'notice',
  'holdover',
  'ended',
  'renewed',
  'settled',
])
export type LeaseStatus = z.infer<typeof LeaseStatus>
export const LEASE_STATUS_NAMES: Record<LeaseStatus, string> = {
  draft: '草稿',
  offered: '待签署',
  declined: '租客未接受',
  withdrawn: '已撤回',
  signed: '已签署',
  active: '租住中',
  notice: '待退租',
  holdover: '到期未退',
  ended: '待结算',
  renewed: '已续签',
  settled: '已结清',
}

interface Move {
  from: readonly LeaseStatus[]
  /** Where it may lead; empty where the lease stays in the state that it is in. */
  to: readonly LeaseStatus[]
  refusal: ErrorCode
}
const move = (from: readonly LeaseStatus[], to: readonly LeaseStatus[] = [], refusal: ErrorCode = 'lease.not_now') =>
  ({ from, to, refusal }) satisfies Move

const RUNNING = ['signed', 'active', 'notice', 'holdover'] as const
const LIVED_IN = ['active', 'notice', 'holdover'] as const

/** Every move of a lease: from which states, to which. What does not stand here is forbidden. */
export const MOVES = {
  revise: move(['draft', 'offered'], [], 'lease.not_offered'),
  offer: move(['draft'], ['offered']),
  sign: move(['offered'], ['offered', 'signed', 'active'], 'lease.not_offered'),
  decline: move(['offered'], ['declined'], 'lease.not_offered'),
  withdraw: move(['draft', 'offered'], ['withdrawn'], 'lease.not_offered'),
  proposeHandover: move(RUNNING),
  declineHandover: move(RUNNING),
  confirmHandover: move(RUNNING, ['active', 'ended']),
  proposeAmendment: move(['signed', 'active', 'notice']),
  declineAmendment: move(['signed', 'active', 'notice']),
  confirmAmendment: move(['signed', 'active', 'notice'], ['signed', 'active']),
  giveNotice: move(['signed', 'active', 'holdover'], ['notice']),
  expire: move(['signed', 'active', 'notice'], ['holdover', 'ended']),
  renew: move(['active', 'holdover'], []),
  giveWay: move(['active', 'holdover'], ['renewed']),
  takeOver: move(['signed'], ['active']),
  proposeSettlement: move(['ended']),
  confirmSettlement: move(['ended'], ['settled']),
  recordRefund: move(['settled']),
  inviteLessee: move([...RUNNING, 'ended']),
  claim: move([...RUNNING, 'ended']),
  correct: move(RUNNING),
} as const satisfies Record<string, Move>
export type LeaseMove = keyof typeof MOVES

const within = (states: readonly LeaseStatus[], status: LeaseStatus): boolean => states.includes(status)

export const mayMove = ({ status }: { status: LeaseStatus }, name: LeaseMove): boolean =>
  within(MOVES[name].from, status)

/** @throws lease.not_offered, lease.not_now */
export function checkMove(lease: { status: LeaseStatus }, name: LeaseMove): void {
  if (!mayMove(lease, name)) throw new DomainError(MOVES[name].refusal)
}

const MADE: readonly LeaseStatus[] = [...RUNNING, 'ended', 'renewed', 'settled']
/** Both have signed: it may be filed, and money may be booked under it. */
export const isMade = ({ status }: { status: LeaseStatus }): boolean => within(MADE, status)
/** Signed and not yet handed back: the space is the tenant's. */
export const isRunning = ({ status }: { status: LeaseStatus }): boolean => within(RUNNING, status)
/** The tenant lives there. */
export const isLivedIn = ({ status }: { status: LeaseStatus }): boolean => within(LIVED_IN, status)
/** Something is still owed by somebody: an answer, the home, the settlement. */
export const isOpen = ({ status }: { status: LeaseStatus }): boolean =>
  within(['draft', 'offered', ...RUNNING, 'ended'], status)

/** The last day of living there, as far as it is known: that of the notice, else that of the term. */
export const lastDayOf = ({ endOn, ending }: { endOn: Day; ending?: { lastOn: Day } | undefined }): Day =>
  ending?.lastOn ?? endOn

/** 门锁授权: a tenant's key may not be revoked while the lease runs (条例 art. 12, SH-CON-13). Undefined where it may. */
export const keepsKeys = (lease: { status: LeaseStatus }): RuleHit | undefined =>
  isRunning(lease)
    ? {
        ruleId: 'SH-CON-13',
        action: 'BLOCK',
        message: '租约尚未结束，不能停用租客的钥匙或门锁权限',
        source: '住房租赁条例第十二条；上海市住房租赁条例',
        certainty: 'V',
        inputs: { status: lease.status },
      }
    : undefined
/** Whether the tenant's access may be taken away. */
export const mayRevokeAccess = (lease: { status: LeaseStatus }): boolean => keepsKeys(lease) === undefined
