import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import { approvedOf, certificateStateOf } from '@anju/shared/filing/statement'
import { dwellingRecord, homeHash } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { find } from '../store/record'
import { isFiled } from './certificates.store'
import { filingRecord } from './filing.store'
import { opened } from './statement-keys'

/** 核验: how what a QR code speaks of stands today. Only what stands in the code itself is said, and its state. */
export const checkCertificate: UseCase<typeof certificateRoutes.checkCertificate> = async (
  { statement },
  { store, secrets, now },
) => {
  const said = await opened(secrets, statement)
  const checkedOn = dayAt(now)
  if (!('no' in said)) {
    const home = await find(store, dwellingRecord, said.sub)
    if (!home) throw new DomainError('certificate.not_ours')
    const place = { townCode: home.address.townCode, homeHash: homeHash(home.address) }
    return { kind: 'home', filed: await isFiled(store, place, checkedOn), place: said.place, checkedOn }
  }
  const filing = await find(store, filingRecord, said.sub)
  if (!filing) throw new DomainError('certificate.not_ours')
  const state = certificateStateOf(approvedOf(filing), checkedOn)
  return { kind: 'filing', state, acceptanceNo: said.no, from: said.from, to: said.to, place: said.place, checkedOn }
}
