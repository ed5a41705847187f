import { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { certifyFiling } from './certify-filing'

export const domain = {
  routes: certificateRoutes,
  useCases: { certifyFiling } satisfies Fulfilled<typeof certificateRoutes>,
} satisfies Domain
