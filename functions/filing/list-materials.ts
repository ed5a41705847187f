import { materialPoints } from '@anju/shared/filing/material'
import type { materialRoutes } from '@anju/shared/filing/material.routes'
import type { UseCase } from '../http/use-case'
import { materialKey } from './material.store'

const SHOWN_SECONDS = 600

/** 材料清单: what is asked for and what is there. A party sees the papers that they handed in, the desk all of them. */
export const listMaterials: UseCase<typeof materialRoutes.listMaterials> = async (
  _input,
  { actor, subject: filing, files },
) => {
  const party = [filing.lessorId, filing.lesseeId].includes(actor.holderId)
  const shown = async (file: (typeof filing.materials)[number]) => {
    if (party && file.addedBy !== actor.userId) return file
    const { url, until } = await files.link(materialKey(filing, file), SHOWN_SECONDS)
    return { ...file, url, urlUntil: until }
  }
  const points = materialPoints(filing).map(async ({ files: found, ...point }) => ({
    ...point,
    files: await Promise.all(found.map(shown)),
  }))
  return { points: await Promise.all(points) }
}
