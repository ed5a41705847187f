import * as z from 'zod'
import { declare, FileAnswer, PDF } from '../contract/route'
import { LeaseId } from '../id'
import { LEASE_PARTIES } from '../person/role'

/** Everything that is printed. A function of its own answers these paths, so that fonts and printers stay out of the others. */
export const documentRoutes = declare({
  readContract: {
    method: 'GET',
    path: '/documents/leases/{leaseId}/contract',
    summary: '租赁合同文本（PDF）',
    access: LEASE_PARTIES,
    subject: 'leaseId',
    input: z.object({ leaseId: LeaseId }),
    output: FileAnswer,
    produces: PDF,
    refusals: ['lease.not_found', 'dwelling.not_found'],
  },
})
