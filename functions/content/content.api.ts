import { contentRoutes } from '@anju/shared/content/content.routes'
import { regionOf } from '@anju/shared/id'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { reviewRecord, viewReview } from './content.store'
import { listReviews } from './list-reviews'
import { passContent } from './pass-content'
import { readReview } from './read-review'
import { refuseContent } from './refuse-content'

export const domain = {
  routes: contentRoutes,
  useCases: { listReviews, readReview, passContent, refuseContent } satisfies Fulfilled<typeof contentRoutes>,
  reach: {
    rvw: async (store, id) => {
      const review = await read(store, reviewRecord, id)
      return { parties: [], region: regionOf(id), subject: review }
    },
  },
  replay: { rvw: async (id, { store }) => viewReview(await read(store, reviewRecord, id)) },
} satisfies Domain
