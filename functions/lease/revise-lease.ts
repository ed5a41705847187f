import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import { reviseTerms } from '@anju/shared/lease/lease'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { lessorOf, readStanding } from '../business/business.store'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { leaseRecord } from './lease.store'

/** 修改租约, by the lessor: signatures given before fall. */
export const reviseLease: UseCase<typeof leaseRoutes.reviseLease> = async (
  input,
  { actor, now, subject: lease, store, cause },
) => {
  const { commandId: _command, leaseId: _lease, version, ...terms } = input
  if (lease.lessorId !== actor.holderId) throw new DomainError('access.role')
  expectVersion(lease, version)
  const lessor = lessorOf(
    await readStanding(store, lease.lessorId, lease.dwellingId),
    lease.unit,
    regionOf(lease.id),
    now,
  )
  const after = reviseTerms(lease, terms, lessor, now)
  await store.commit(save(leaseRecord, lease, after, cause('lease.revised')))
  return after
}
