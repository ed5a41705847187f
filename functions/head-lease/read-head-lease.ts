import { dayAt } from '@anju/shared/day'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { UseCase } from '../http/use-case'
import { viewOf } from './head-lease.store'

/** 主租约详情. */
export const readHeadLease: UseCase<typeof headLeaseRoutes.readHeadLease> = async (_input, { now, subject, store }) =>
  viewOf(store, subject, now, dayAt(now))
