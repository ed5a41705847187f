import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import type { UseCase } from '../http/use-case'
import { viewFor } from './side'

/** 投诉详情, as the caller's side of it. */
export const readComplaint: UseCase<typeof complaintRoutes.readComplaint> = async (_input, { actor, subject }) =>
  viewFor(subject, actor)
