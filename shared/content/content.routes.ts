import * as z from 'zod'
import { changing, declare, page, paging } from '../contract/route'
import { ReviewId } from '../id'
import { DistrictCode, TownCode } from '../region/region'
import { ReviewView } from './content'

/** 内容审核 is with the officers of the place in which it is seen. */
const reviewers = ['town_officer', 'district_officer'] as const
const decision = {
  method: 'POST',
  access: reviewers,
  subject: 'reviewId',
  writes: 'reviewId',
  input: z.object({ ...changing, reviewId: ReviewId }),
  output: ReviewView,
  refusals: ['content.not_found', 'content.decided', 'content.own', 'request.changed'],
} as const

export const contentRoutes = declare({
  listReviews: {
    method: 'GET',
    path: '/regions/{regionCode}/reviews',
    summary: '待审内容',
    access: reviewers,
    subject: 'regionCode',
    input: z.object({ regionCode: z.union([TownCode, DistrictCode]), ...paging }),
    output: page(ReviewView),
    refusals: ['request.cursor'],
  },
  readReview: {
    method: 'GET',
    path: '/reviews/{reviewId}',
    summary: '待审内容详情',
    access: reviewers,
    subject: 'reviewId',
    input: z.object({ reviewId: ReviewId }),
    output: ReviewView.extend({
      url: z.string().optional().meta({ description: 'shows the picture for a few minutes' }),
    }),
    refusals: ['content.not_found'],
  },
  passContent: { ...decision, path: '/reviews/{reviewId}/pass', summary: '审核通过' },
  refuseContent: { ...decision, path: '/reviews/{reviewId}/refuse', summary: '不予显示' },
})
