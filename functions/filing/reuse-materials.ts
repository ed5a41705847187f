import { DomainError } from '@anju/shared/errors'
import { readersOf, viewFiling } from '@anju/shared/filing/filing'
import { add, reusable } from '@anju/shared/filing/material'
import type { materialRoutes } from '@anju/shared/filing/material.routes'
import type { UseCase } from '../http/use-case'
import { find, save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'

/** 沿用上次的材料: with the person's consent, what they handed in themselves. */
export const reuseMaterials: UseCase<typeof materialRoutes.reuseMaterials> = async (
  { version, fromId },
  { actor, now, subject: filing, store, cause },
) => {
  expectVersion(filing, version)
  const earlier = await find(store, filingRecord, fromId)
  if (!earlier || !readersOf(earlier).includes(actor.holderId)) throw new DomainError('filing.not_found')
  const after = add(filing, reusable(earlier, filing, actor.userId), now)
  await store.commit(save(filingRecord, filing, after, cause('filing.materials_reused')))
  return viewFiling(after)
}
