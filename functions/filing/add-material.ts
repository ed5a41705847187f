import { createHash } from 'node:crypto'
import { DomainError } from '@anju/shared/errors'
import { viewFiling } from '@anju/shared/filing/filing'
import { add, expectOpenToMaterials, MAX_MATERIAL_BYTES, type Material } from '@anju/shared/filing/material'
import type { materialRoutes } from '@anju/shared/filing/material.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { checkMaterial } from './check-material'
import { filingRecord } from './filing.store'
import { arrivingKey, materialKey } from './material.store'

/** 上传完成: what arrived is looked at and marked; the marked bytes are kept under their own hash. */
export const addMaterial: UseCase<typeof materialRoutes.addMaterial> = async (
  { version, code, mediaType },
  { actor, now, subject: filing, store, files, cause },
) => {
  expectVersion(filing, version)
  expectOpenToMaterials(filing)
  const arriving = arrivingKey(filing, actor.userId, code)
  const arrived = await files.get(arriving, MAX_MATERIAL_BYTES)
  if (!arrived || arrived.mediaType !== mediaType) throw new DomainError('material.not_arrived')
  const { bytes, pages } = await checkMaterial(arrived.bytes, mediaType)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const facts = { code, sha256, mediaType, byteCount: bytes.length, pages }
  const material: Material = { ...facts, addedBy: actor.userId, addedAt: now }
  const after = add(filing, [material], now)
  await files.put(materialKey(filing, material), bytes, mediaType, sha256)
  await store.commit(save(filingRecord, filing, after, cause('filing.material_added')))
  // What arrived is forgotten after a day in any case.
  await files.remove(arriving).catch(() => {})
  return viewFiling(after)
}
