import { DomainError } from '@anju/shared/errors'
import { formatAddress, normaliseAddress, type StandardAddress } from '@anju/shared/region/address'
import { fullName, regionExists } from '../region/region.data'

/** The address as it is kept, and as it is shown. @throws region.not_found */
export function settleAddress(input: StandardAddress): { address: StandardAddress; addressText: string } {
  const address = normaliseAddress(input)
  const { townCode, committeeCode } = address
  if (
    !regionExists(townCode) ||
    (committeeCode && !(committeeCode.startsWith(townCode) && regionExists(committeeCode)))
  )
    throw new DomainError('region.not_found')
  return { address, addressText: formatAddress(address, fullName(townCode)) }
}
