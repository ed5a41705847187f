import { materialRoutes } from '@anju/shared/filing/material.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { addMaterial } from './add-material'
import { listMaterials } from './list-materials'
import { removeMaterial } from './remove-material'
import { reuseMaterials } from './reuse-materials'
import { startMaterial } from './start-material'

export const domain = {
  routes: materialRoutes,
  useCases: { startMaterial, addMaterial, removeMaterial, reuseMaterials, listMaterials } satisfies Fulfilled<
    typeof materialRoutes
  >,
} satisfies Domain
