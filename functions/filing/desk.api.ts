import { deskRoutes } from '@anju/shared/filing/desk.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { checkAsCommittee } from './check-as-committee'
import { handOverFiling } from './hand-over-filing'
import { listColleagues } from './list-colleagues'

export const domain = {
  routes: deskRoutes,
  useCases: { checkAsCommittee, listColleagues, handOverFiling } satisfies Fulfilled<typeof deskRoutes>,
} satisfies Domain
