import { DomainError } from '@anju/shared/errors'
import { handOver } from '@anju/shared/filing/desk'
import type { deskRoutes } from '@anju/shared/filing/desk.routes'
import { viewFiling } from '@anju/shared/filing/filing'
import { regionOf } from '@anju/shared/id'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { colleaguesOn } from './colleagues'
import { filingRecord } from './filing.store'

/** 转给同事或退回待办. */
export const handOverFiling: UseCase<typeof deskRoutes.handOverFiling> = async (
  { version, to: toId, note },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const to = toId && (await colleaguesOn(store, filing)).find(({ id }) => id === toId)
  if (toId && !to) throw new DomainError('filing.not_colleague')
  const supervises = actor.person.hats.some(
    ({ role, region }) => role === 'town_officer' && region === regionOf(filing.id),
  )
  const by = { id: actor.userId, name: actor.person.realName ?? '工作人员' }
  const after = handOver(filing, { to: to || undefined, note, supervises }, by, now)
  await store.commit(save(filingRecord, filing, after, cause(to ? 'filing.handed_over' : 'filing.laid_back')))
  return viewFiling(after)
}
