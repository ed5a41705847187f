import { holderOf } from '@anju/shared/business/business'
import { businessRoutes } from '@anju/shared/business/business.routes'
import type { BusinessId } from '@anju/shared/id'
import type { Domain, Fulfilled } from '../http/use-case'
import { readStanding, viewBusiness } from './business.store'
import { readBusiness } from './read-business'
import { setBusiness } from './set-business'

export const domain = {
  routes: businessRoutes,
  useCases: { setBusiness, readBusiness } satisfies Fulfilled<typeof businessRoutes>,
  reach: {
    // Whose it is stands in the id; there is nothing to read.
    biz: async (_store, id) => ({ parties: [holderOf(id as BusinessId)], region: undefined, subject: id }),
  },
  replay: {
    biz: async (id, { store, now }) => {
      const holderId = holderOf(id as BusinessId)
      return viewBusiness(holderId, await readStanding(store, holderId), now)
    },
  },
} satisfies Domain
