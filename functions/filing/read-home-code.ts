import type { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import { homeStatementOf } from '@anju/shared/filing/statement'
import type { UseCase } from '../http/use-case'
import { codeOf, signed } from './statement-keys'

/** 一房一码: what the code at the door of a home holds. */
export const readHomeCode: UseCase<typeof certificateRoutes.readHomeCode> = async (
  _input,
  { subject: dwelling, secrets, site },
) => {
  const statement = await signed(secrets, homeStatementOf(dwelling))
  return { statement, code: codeOf(site, statement) }
}
