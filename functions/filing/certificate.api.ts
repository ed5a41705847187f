import { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { certifyFiling } from './certify-filing'
import { checkCertificate } from './check-certificate'
import { listCertificateKeys } from './list-certificate-keys'
import { readCertificate } from './read-certificate'
import { readHomeCode } from './read-home-code'

export const domain = {
  routes: certificateRoutes,
  useCases: {
    certifyFiling,
    readCertificate,
    readHomeCode,
    checkCertificate,
    listCertificateKeys,
  } satisfies Fulfilled<typeof certificateRoutes>,
} satisfies Domain
