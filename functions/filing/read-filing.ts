import { viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'

/** 备案详情. */
export const readFiling: UseCase<typeof filingRoutes.readFiling> = async (_input, { subject }) => viewFiling(subject)
