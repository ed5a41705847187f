import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import { registerMeter as register } from '@anju/shared/meter/meter'
import type { meterRoutes } from '@anju/shared/meter/meter.routes'
import type { UseCase } from '../http/use-case'
import { partitionOf, save } from '../store/record'
import { METERS_A_HOME, meterRecord } from './meter.store'

/** 登记一块表, with what its dial shows today: the first use is counted from there. */
export const registerMeter: UseCase<typeof meterRoutes.registerMeter> = async (
  input,
  { now, subject: dwelling, store, cause },
) => {
  const { commandId: _command, dwellingId: _dwelling, meterId, ...facts } = input
  if (regionOf(meterId) !== regionOf(dwelling.id)) throw new DomainError('dwelling.region_mismatch')
  const { pk, prefix } = { pk: partitionOf(dwelling.id), prefix: 'meter#' }
  const there = await store.query('state', { pk, prefix, limit: METERS_A_HOME })
  if (there.length >= METERS_A_HOME) throw new DomainError('meter.limit')
  const { number, room } = dwelling.address
  const door = /\d$/.test(number) ? `${number}号` : number
  const homeName = [dwelling.communityName, door, room && `${room}室`].filter(Boolean).join(' ')
  const meter = register({ ...facts, id: meterId, homeName }, dwelling, dayAt(now), now)
  await store.commit(save(meterRecord, undefined, meter, cause('meter.registered')))
  return meter
}
