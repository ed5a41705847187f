import type { PastText } from '@anju/shared/lease/amendment'
import type { Signature } from '@anju/shared/lease/lease'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { LeaseTerms } from '@anju/shared/lease/terms'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { pastTextsOf } from './lease.store'

/** 变更前的租约文本, newest first. */
export const listLeaseTexts: UseCase<typeof tenancyRoutes.listLeaseTexts> = async ({ limit, cursor }, context) =>
  listPage<PastText & { terms: LeaseTerms; signatures: Signature[] } & Row>(context, {
    ...pastTextsOf(context.subject.id),
    limit,
    cursor,
  })
