import { dayAt } from '@anju/shared/day'
import type { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import { approvedOf, certificateStateOf, statementOf } from '@anju/shared/filing/statement'
import type { UseCase } from '../http/use-case'
import { codeOf, signed } from './statement-keys'

/** 备案证明 for the wallet of both parties. */
export const readCertificate: UseCase<typeof certificateRoutes.readCertificate> = async (
  _input,
  { subject, now, secrets, site },
) => {
  const filing = approvedOf(subject)
  const statement = await signed(secrets, statementOf(filing))
  return {
    id: filing.id,
    state: certificateStateOf(filing, dayAt(now)),
    acceptanceNo: filing.acceptanceNo,
    from: filing.startOn,
    to: filing.validTo,
    officialNo: filing.officialNo,
    addressText: filing.addressText,
    unit: filing.unit,
    lessorName: filing.lessorName,
    lesseeName: filing.lesseeName,
    statement,
    code: codeOf(site, statement),
  }
}
