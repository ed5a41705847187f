import { rolesFor } from '@anju/shared/business/staff'
import { DomainError } from '@anju/shared/errors'
import type { UserId } from '@anju/shared/id'
import { maskPhone, parsePhone } from '@anju/shared/person/phone'
import { assign } from '@anju/shared/repair/handle'
import type { Worker } from '@anju/shared/repair/repair'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { Context, UseCase } from '../http/use-case'
import { personRecord } from '../person/person.store'
import { find } from '../store/record'
import { expectVersion } from '../store/version'
import { saveRepair } from './change'
import { expectSide } from './sides'

/** A member of the lessor's staff who keeps homes, or the lessor. @throws repair.worker */
async function staffMember({ store }: Pick<Context, 'store'>, lessorId: UserId, userId: UserId): Promise<Worker> {
  const person = await find(store, personRecord, userId)
  const works = person && rolesFor(person, lessorId).some((role) => role !== 'bookkeeper')
  if (!person || !(works || userId === lessorId)) throw new DomainError('repair.worker')
  return { kind: 'staff', userId, name: person.realName ?? '工作人员' }
}

/** 派工, to one of the staff or to somebody from outside. */
export const assignRepair: UseCase<typeof repairRoutes.assignRepair> = async (
  { version, worker: named, visitAt },
  context,
) => {
  const { subject: repair, actor, now, secrets } = context
  expectSide(repair, actor, 'lessor')
  expectVersion(repair, version)
  if (named.kind === 'staff') {
    const worker = await staffMember(context, repair.lessorId, named.userId)
    return saveRepair(context, repair, assign(repair, worker, visitAt, now), 'repair.assigned')
  }
  const { kind, normalised } = parsePhone(named.phone)
  if (kind === null)
    throw new DomainError('request.invalid', {
      fields: [{ path: 'worker.phone', message: '请填写手机号、带区号的座机或 400 电话' }],
    })
  const phone = secrets.seal('phone', normalised, maskPhone(normalised))
  const worker: Worker = { kind: 'outside', name: named.name, phone }
  return saveRepair(context, repair, assign(repair, worker, visitAt, now), 'repair.assigned')
}
