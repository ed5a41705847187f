import type { ComplaintCard } from '@anju/shared/complaint/complaint'
import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { complaintsOf } from './complaint.store'

/** 我的投诉, or those in which the desk asked me, newest first. What a holder complained of is not for their staff. */
export const listMyComplaints: UseCase<typeof complaintRoutes.listMyComplaints> = async (
  { side, limit, cursor },
  context,
) => {
  const { userId, holderId } = context.actor
  const whose = side === 'reporter' ? userId : holderId
  return listPage<ComplaintCard & Row>(context, { ...complaintsOf(whose, side), limit, cursor })
}
