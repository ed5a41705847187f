import { viewFiling } from '@anju/shared/filing/filing'
import { remove } from '@anju/shared/filing/material'
import type { materialRoutes } from '@anju/shared/filing/material.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { filingRecord } from './filing.store'
import { materialKey } from './material.store'

/** 删除材料: from the case, and from the bucket where only this draft ever had it. */
export const removeMaterial: UseCase<typeof materialRoutes.removeMaterial> = async (
  { version, code, sha256 },
  { actor, now, subject: filing, store, files, cause },
) => {
  expectVersion(filing, version)
  const { after, removed } = remove(filing, { code, sha256, by: actor.userId }, now)
  await store.commit(save(filingRecord, filing, after, cause('filing.material_removed')))
  const kept = removed.from !== undefined || after.materials.some((each) => each.sha256 === sha256)
  if (filing.status === 'draft' && !kept) await files.remove(materialKey(filing, removed))
  return viewFiling(after)
}
