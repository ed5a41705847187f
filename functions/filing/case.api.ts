import { caseRoutes } from '@anju/shared/filing/case.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { confirmFiling } from './confirm-filing'
import { fillFiling } from './fill-filing'
import { handBackFiling } from './hand-back-filing'
import { sendFiling } from './send-filing'
import { startFiling } from './start-filing'

export const domain = {
  routes: caseRoutes,
  useCases: { startFiling, fillFiling, sendFiling, confirmFiling, handBackFiling } satisfies Fulfilled<
    typeof caseRoutes
  >,
} satisfies Domain
