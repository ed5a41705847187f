import type { contentRoutes } from '@anju/shared/content/content.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { viewReview } from './content.store'
import { decideContent } from './decide-content'

/** 审核：不予显示. */
export const refuseContent: UseCase<typeof contentRoutes.refuseContent> = async ({ version }, context) => {
  const { actor, subject: review } = context
  expectVersion(review, version)
  return viewReview(await decideContent(review, false, actor.userId, context))
}
