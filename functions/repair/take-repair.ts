import { timingSafeEqual } from 'node:crypto'
import { DomainError } from '@anju/shared/errors'
import { take } from '@anju/shared/repair/handle'
import type { workRoutes } from '@anju/shared/repair/work.routes'
import { bookTry } from '../business/staff.store'
import type { UseCase } from '../http/use-case'
import { find } from '../store/record'
import { saveRepair } from './change'
import { repairRecord } from './repair.store'
import { codeOf, viewRepair } from './view-repair'

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/**
 * 接单: with the code that the lessor sent, the outside worker sees this job until it is over, and nothing else. There is no
 * command id: the code is good once, and who took the job with it is given the same answer again.
 */
export const takeRepair: UseCase<typeof workRoutes.takeRepair> = async ({ repairId, code }, context) => {
  const { actor, now, store, secrets } = context
  const repair = await find(store, repairRecord, repairId)
  if (repair?.worker?.userId === actor.userId) return viewRepair(repair, context)
  const forget = await bookTry(store, actor.userId, now)
  const right = repair && codeOf(secrets, repair)
  if (!right || !same(right, code)) throw new DomainError('repair.code')
  if (actor.holderId !== actor.userId || repair.lessorId === actor.userId || repair.lesseeId === actor.userId)
    throw new DomainError('repair.code')
  return saveRepair(context, repair, take(repair, actor.userId, now), 'repair.taken', [forget])
}
