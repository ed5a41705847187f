import type { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import type { UseCase } from '../http/use-case'
import { publishedKeys } from './statement-keys'

/** 验签公钥: whoever keeps them checks a code without us. */
export const listCertificateKeys: UseCase<typeof certificateRoutes.listCertificateKeys> = async (
  _input,
  { secrets },
) => ({ keys: publishedKeys(secrets) })
