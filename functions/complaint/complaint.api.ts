import { deskOf } from '@anju/shared/complaint/complaint'
import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import type { Actor, Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { acceptComplaint } from './accept-complaint'
import { answerComplaint } from './answer-complaint'
import { askRespondent } from './ask-respondent'
import { complaintRecord } from './complaint.store'
import { fileComplaint } from './file-complaint'
import { listComplaintPictures } from './list-complaint-pictures'
import { listComplaintQueue } from './list-complaint-queue'
import { listMyComplaints } from './list-my-complaints'
import { makeStatement } from './make-statement'
import { rateComplaint } from './rate-complaint'
import { readComplaint } from './read-complaint'
import { reopenComplaint } from './reopen-complaint'
import { viewFor } from './side'
import { withdrawComplaint } from './withdraw-complaint'

export const domain = {
  routes: complaintRoutes,
  useCases: {
    fileComplaint,
    readComplaint,
    listComplaintPictures,
    listMyComplaints,
    listComplaintQueue,
    acceptComplaint,
    askRespondent,
    makeStatement,
    answerComplaint,
    rateComplaint,
    reopenComplaint,
    withdrawComplaint,
  } satisfies Fulfilled<typeof complaintRoutes>,
  reach: {
    cmp: async (store, id) => {
      const complaint = await read(store, complaintRecord, id)
      const { reporterId, respondentId, askedAt } = complaint
      return {
        parties: [reporterId, ...(respondentId && askedAt ? [respondentId] : [])],
        region: deskOf(complaint),
        subject: complaint,
      }
    },
  },
  replay: {
    cmp: async (id, { store, actor }) => viewFor(await read(store, complaintRecord, id), actor as Actor),
  },
} satisfies Domain
