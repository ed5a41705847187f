import type { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import { certify } from '@anju/shared/filing/certify'
import { viewFiling } from '@anju/shared/filing/filing'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 登记市平台返回的备案证明号 (FIL-09). */
export const certifyFiling: UseCase<typeof certificateRoutes.certifyFiling> = async (
  { version, officialNo },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const after = certify(filing, officialNo, actor.userId, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.certified')))
  return viewFiling(after)
}
