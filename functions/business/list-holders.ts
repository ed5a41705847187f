import { rolesFor } from '@anju/shared/business/staff'
import type { staffRoutes } from '@anju/shared/business/staff.routes'
import type { UseCase } from '../http/use-case'
import { holderNames } from './staff.store'

/** 我在为谁工作: the names behind the team hats. */
export const listHolders: UseCase<typeof staffRoutes.listHolders> = async (_input, { actor: { person }, store }) => {
  const ids = [...new Set(person.hats.flatMap(({ holderId }) => holderId ?? []))]
  const names = await holderNames(store, ids)
  return {
    items: ids.map((holderId) => ({ holderId, name: names.get(holderId) ?? '', roles: rolesFor(person, holderId) })),
  }
}
