import { dayAt } from '@anju/shared/day'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { answerApproval } from './answer-approval'
import { askOwner } from './ask-owner'
import { attachConsent } from './attach-consent'
import { bindOwner } from './bind-owner'
import { endHeadLease } from './end-head-lease'
import { headLeaseRecord, viewOf } from './head-lease.store'
import { inviteOwner } from './invite-owner'
import { listHeadLeases } from './list-head-leases'
import { listOwned } from './list-owned'
import { readHeadLease } from './read-head-lease'
import { readMarks } from './read-marks'
import { recordHeadLease } from './record-head-lease'
import { recordHeadPayment } from './record-head-payment'
import { recordKnowledge } from './record-knowledge'
import { recordObjection } from './record-objection'
import { reviseHeadLease } from './revise-head-lease'

export const domain = {
  routes: headLeaseRoutes,
  useCases: {
    recordHeadLease,
    reviseHeadLease,
    endHeadLease,
    readHeadLease,
    listHeadLeases,
    listOwned,
    recordHeadPayment,
    inviteOwner,
    bindOwner,
    askOwner,
    answerApproval,
    recordKnowledge,
    recordObjection,
    attachConsent,
    readMarks,
  } satisfies Fulfilled<typeof headLeaseRoutes>,
  reach: {
    hle: async (store, id) => {
      const headLease = await read(store, headLeaseRecord, id)
      return {
        parties: [headLease.holderId],
        ...(headLease.ownerId && { owners: [headLease.ownerId] }),
        region: undefined,
        subject: headLease,
      }
    },
  },
  replay: { hle: async (id, { store, now }) => viewOf(store, await read(store, headLeaseRecord, id), now, dayAt(now)) },
} satisfies Domain
