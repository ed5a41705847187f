import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { Day, type Instant } from '../day'
import { Unit } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { DwellingId, LeaseId, ListingId, RequestId, UserId } from '../id'

export const RequestFacts = z.object({
  moveInOn: Day,
  months: z.int().min(1, '租期至少一个月').max(240, '租期不能超过二十年'),
  persons: z.int().min(1).max(20).meta({ description: 'how many would live there' }),
  message: z.string().trim().max(300).default(''),
})

export const RequestStatus = z.enum(['open', 'accepted', 'declined', 'withdrawn'])
export const REQUEST_STATUS_NAMES: Record<z.infer<typeof RequestStatus>, string> = {
  open: '待回复',
  accepted: '已起草租约',
  declined: '已婉拒',
  withdrawn: '已撤回',
}

/** 租房申请: a tenant asks for an advertised home. */
export const RentalRequest = RequestFacts.extend({
  id: RequestId,
  listingId: ListingId,
  listingTitle: z.string(),
  rentFen: z.int(),
  dwellingId: DwellingId,
  unit: Unit,
  applicantId: UserId,
  applicantName: z.string(),
  holderId: UserId,
  status: RequestStatus,
  leaseId: LeaseId.optional(),
  ...aggregate,
})
export type RentalRequest = z.infer<typeof RentalRequest> & Aggregate

function settle(request: RentalRequest, changes: Partial<RentalRequest>, now: Instant): RentalRequest {
  if (request.status !== 'open') throw new DomainError('request.not_open')
  return revise(request, changes, now)
}
/** 婉拒申请. */
export const decline = (request: RentalRequest, now: Instant) => settle(request, { status: 'declined' }, now)
/** 撤回申请. */
export const withdraw = (request: RentalRequest, now: Instant) => settle(request, { status: 'withdrawn' }, now)
/** 接受申请: a lease was drawn up for it. */
export const accept = (request: RentalRequest, leaseId: LeaseId, now: Instant) =>
  settle(request, { status: 'accepted', leaseId }, now)
