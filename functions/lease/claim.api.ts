import { claimRoutes } from '@anju/shared/lease/claim.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { claimLease } from './claim-lease'
import { correctLease } from './correct-lease'
import { inviteLessee } from './invite-lessee'
import { objectToLease } from './object-to-lease'
import { openLeaseInvitation } from './open-lease-invitation'
import { readLesseeInvitation } from './read-lessee-invitation'
import { withdrawLesseeInvitation } from './withdraw-lessee-invitation'

export const domain = {
  routes: claimRoutes,
  useCases: {
    inviteLessee,
    readLesseeInvitation,
    withdrawLesseeInvitation,
    correctLease,
    openLeaseInvitation,
    claimLease,
    objectToLease,
  } satisfies Fulfilled<typeof claimRoutes>,
} satisfies Domain
