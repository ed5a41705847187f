import type { Filing } from '@anju/shared/filing/filing'
import type { Material, MaterialCode } from '@anju/shared/filing/material'
import type { UserId } from '@anju/shared/id'

/*
 * bucket
 *   arriving/<fil_…>/<person>/<code>   as it came; forgotten after a day
 *   materials/<fil_…>/<sha-256>        checked and marked; nobody can write over it
 */
export const arrivingKey = ({ id }: Pick<Filing, 'id'>, userId: UserId, code: MaterialCode) =>
  `arriving/${id}/${userId}/${code}`
export const materialKey = ({ id }: Pick<Filing, 'id'>, { from, sha256 }: Pick<Material, 'from' | 'sha256'>) =>
  `materials/${from ?? id}/${sha256}`
