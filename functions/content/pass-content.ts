import type { contentRoutes } from '@anju/shared/content/content.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { viewReview } from './content.store'
import { decideContent } from './decide-content'

/** 审核：通过. */
export const passContent: UseCase<typeof contentRoutes.passContent> = async ({ version }, context) => {
  const { actor, subject: review } = context
  expectVersion(review, version)
  return viewReview(await decideContent(review, true, actor.userId, context))
}
