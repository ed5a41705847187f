import type { Day } from '../day'
import type { ApprovalId, HeadLeaseId, UserId } from '../id'
import type { Unit } from './dwelling'

/** What a sublease has to know of the owner's lease that it stands on. */
export interface HeldUnder {
  id: HeadLeaseId
  startOn: Day
  endOn: Day
  subletAllowed: boolean
  /** A picture of the owner's consent to sublet is there. */
  hasConsent: boolean
  ownerId?: UserId
}

/** 业主同意: a sublease until a day, whatever the head lease says. */
export interface Agreement {
  id: ApprovalId
  matter: 'sublet' | 'outlast'
  unit: Unit
  until: Day
  /** 视为同意: it holds from this day on, where the owner of the head lease does not object before. */
  from?: Day
  under?: HeadLeaseId
}
