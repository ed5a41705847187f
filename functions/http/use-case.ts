import type { Cause } from '@anju/shared/aggregate'
import type { Bill } from '@anju/shared/bill/bill'
import type { Invitation } from '@anju/shared/business/staff'
import type { Complaint } from '@anju/shared/complaint/complaint'
import type { Review } from '@anju/shared/content/content'
import type { Input, Route, Routes } from '@anju/shared/contract/route'
import type { Instant } from '@anju/shared/day'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import type { Filing } from '@anju/shared/filing/filing'
import type { HeadLease } from '@anju/shared/head-lease/head-lease'
import type { SessionId, UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import type { Listing } from '@anju/shared/listing/listing'
import type { Meter } from '@anju/shared/meter/meter'
import type { PaymentOrder } from '@anju/shared/payment/payment'
import type { Difference } from '@anju/shared/payment/reconcile'
import type { Person } from '@anju/shared/person/person'
import type { Picture } from '@anju/shared/picture/picture'
import type { Repair } from '@anju/shared/repair/repair'
import type { Upkeep } from '@anju/shared/repair/upkeep'
import type { RecordedParameter } from '@anju/shared/rule/recorded'
import type * as z from 'zod'
import type { Files } from '../files/files'
import type { Secrets } from '../secret/secrets'
import type { Store } from '../store/store'
import type { WechatPay } from '../wechat/pay/pay'
import type { Wechat } from '../wechat/wechat'

/** The signed-in caller. */
export interface Actor {
  userId: UserId
  sessionId: SessionId
  person: Person
  /** For whom they act: the holder whose staff they are, otherwise themselves. */
  holderId: UserId
}

/** What `subject` of a route names, as loaded and allowed before the use case runs. */
export interface SubjectTypes {
  dwellingId: Dwelling
  listingId: Listing
  requestId: RentalRequest
  leaseId: Lease
  filingId: Filing
  parameterId: RecordedParameter
  billId: Bill
  pictureId: Picture
  headLeaseId: HeadLease
  aboutId: Dwelling | Lease | Repair | Complaint
  invitationId: Invitation
  meterId: Meter
  complaintId: Complaint
  reviewId: Review
  repairId: Repair
  upkeepId: Upkeep
  orderId: PaymentOrder
  differenceId: Difference
  regionCode: string
}
type SubjectOf<R extends Route> = R['subject'] extends keyof SubjectTypes ? SubjectTypes[R['subject']] : undefined

/** What a use case is given: who, when, what was read on the way, and the outside world. */
export interface Context<R extends Route = Route> {
  actor: R['access'] extends 'anyone' ? Actor | undefined : Actor
  now: Instant
  subject: SubjectOf<R>
  store: Store
  secrets: Secrets
  wechat: Wechat
  files: Files
  /** @throws payment.not_offered */
  pay: () => Promise<WechatPay>
  /** Where the pages are in a browser; absent while the operator has no address of its own. */
  site: string | undefined
  /** The cause of a change made by this command. */
  cause: (kind: string) => Cause
}

/** One operation: reads, asks the rule, commits. */
export type UseCase<R extends Route> = (input: Input<R>, context: Context<R>) => Promise<z.input<R['output']>>

/** All use cases of a domain; a route without its use case does not compile. */
export type Fulfilled<T extends Routes> = { [name in keyof T]: UseCase<T[name]> }

/** Whose a thing is, and where it lies. */
export interface Reach {
  parties: UserId[]
  /** Who owns what a holder rents and lets on: an owner's hat, and no other, reaches by it. */
  owners?: UserId[]
  region: string | undefined
  subject: unknown
}

/** One domain as the router sees it. */
export interface Domain {
  routes: Routes
  useCases: Record<string, (input: never, context: never) => Promise<unknown>>
  /** Reads the subject of a route by its id; throws the not-found refusal of its kind. */
  reach?: Record<string, (store: Store, id: string) => Promise<Reach>>
  /** Answers a repeated command with what reading its aggregate gives. */
  replay?: Record<string, (id: string, context: Context) => Promise<unknown>>
}
