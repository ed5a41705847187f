import { dayAt } from '@anju/shared/day'
import type { caseRoutes } from '@anju/shared/filing/case.routes'
import { layBefore } from '@anju/shared/filing/desk'
import { send } from '@anju/shared/filing/draft'
import { viewFiling } from '@anju/shared/filing/filing'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { read, save } from '../store/record'
import { expectVersion } from '../store/version'
import { expectNoOther } from './certificates.store'
import { filingRecord, handedInAs } from './filing.store'
import { readGround, settleFacts } from './occupants'

/** 提交草稿: complete, lawful, and alone in its room and time; then the other party or the desk has it. */
export const sendFiling: UseCase<typeof caseRoutes.sendFiling> = async (
  { version, exceptionReason },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const lease = await read(store, leaseRecord, filing.leaseId)
  const ground = await readGround(store, lease, now)
  const facts = settleFacts(ground, lease, filing.occupants, now, exceptionReason)
  const after = layBefore(send(filing, facts, actor.userId, now), ground.parameters, dayAt(now))
  await expectNoOther(store, after)
  await store.commit(save(filingRecord, filing, after, cause(handedInAs(after))))
  return viewFiling(after)
}
