import { expectOpenToMaterials } from '@anju/shared/filing/material'
import type { materialRoutes } from '@anju/shared/filing/material.routes'
import type { UseCase } from '../http/use-case'
import { arrivingKey } from './material.store'

const FORM_SECONDS = 600

/** 开始上传: a form for exactly this file of this person. */
export const startMaterial: UseCase<typeof materialRoutes.startMaterial> = async (
  { code, mediaType, byteCount },
  { actor, subject: filing, files },
) => {
  expectOpenToMaterials(filing)
  return files.formFor(arrivingKey(filing, actor.userId, code), mediaType, byteCount, FORM_SECONDS)
}
