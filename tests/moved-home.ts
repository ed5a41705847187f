import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { DwellingId } from '@anju/shared/id'
import { type Citizen, commandId } from './town'

/** A home whose holder has mended its address, or more of it. */
export async function movedTo(holder: Citizen, dwellingId: DwellingId, address: object, more: object = {}) {
  const home = (await holder.call(dwellingRoutes.readDwelling, { dwellingId })).value
  const { id: _id, holderId: _h, addressText: _a, createdAt: _c, revisedAt: _r, ...facts } = home
  const change = { ...facts, ...more, dwellingId, address: { ...home.address, ...address }, commandId: commandId() }
  return (await holder.call(dwellingRoutes.reviseDwelling, change)).value
}
