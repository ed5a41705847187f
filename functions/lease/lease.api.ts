import { readersOf } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { declineLease } from './decline-lease'
import { declineRequest } from './decline-request'
import { drawUpLease } from './draw-up-lease'
import { leaseRecord, requestRecord } from './lease.store'
import { listHomeLeases } from './list-home-leases'
import { listLeases } from './list-leases'
import { listRequests } from './list-requests'
import { offerLease } from './offer-lease'
import { readLease } from './read-lease'
import { readRequest } from './read-request'
import { requestRental } from './request-rental'
import { reviseLease } from './revise-lease'
import { signLease } from './sign-lease'
import { withdrawLease } from './withdraw-lease'
import { withdrawRequest } from './withdraw-request'

export const domain = {
  routes: leaseRoutes,

  useCases: {
    requestRental,
    readRequest,
    declineRequest,
    withdrawRequest,
    listRequests,
    drawUpLease,
    reviseLease,
    offerLease,
    signLease,
    declineLease,
    withdrawLease,
    readLease,
    listLeases,
    listHomeLeases,
  } satisfies Fulfilled<typeof leaseRoutes>,
  reach: {
    ask: async (store, id) => {
      const request = await read(store, requestRecord, id)
      return { parties: [request.applicantId, request.holderId], region: undefined, subject: request }
    },
    lea: async (store, id) => {
      const lease = await read(store, leaseRecord, id)
      return { parties: readersOf(lease), region: undefined, subject: lease }
    },
  },
  replay: {
    ask: async (id, { store }) => read(store, requestRecord, id),
    lea: async (id, { store }) => read(store, leaseRecord, id),
  },
} satisfies Domain
