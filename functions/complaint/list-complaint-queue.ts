import type { ComplaintCard } from '@anju/shared/complaint/complaint'
import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { complaintsAt } from './complaint.store'

/** 投诉待办 of a town or a committee: urgent ones first, then by the day on which the answer is due. */
export const listComplaintQueue: UseCase<typeof complaintRoutes.listComplaintQueue> = async (
  { regionCode, status, limit, cursor },
  context,
) => listPage<ComplaintCard & Row>(context, { ...complaintsAt(regionCode, status), ascending: true, limit, cursor })
