import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { UseCase } from '../http/use-case'

/** 租房申请详情. */
export const readRequest: UseCase<typeof leaseRoutes.readRequest> = async (_input, { subject }) => subject
