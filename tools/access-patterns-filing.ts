import type { Route } from '@anju/shared/contract/route'
import { caseRoutes } from '@anju/shared/filing/case.routes'
import { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { materialRoutes } from '@anju/shared/filing/material.routes'
import type { FilingId, LeaseId } from '@anju/shared/id'
import type * as z from 'zod'
import { declarations, occupantsOf } from '../tests/let-home'
import { JPEG } from '../tests/picture-bytes'
import { type Citizen, commandId, newId, ZHANGJIANG } from '../tests/town'
import { post } from '../tests/upload'

type Go = <R extends Route>(who: Citizen, route: R, input: z.input<R['input']>) => Promise<z.output<R['output']>>

/** What an approved case gives. */
export async function certifyCase(
  go: Go,
  { clerk, tenant, filingId }: { clerk: Citizen; tenant: Citizen; filingId: FilingId },
): Promise<void> {
  const number = { filingId, version: 5, officialNo: '沪浦房租备2026000123' }
  await go(clerk, certificateRoutes.certifyFiling, { commandId: commandId(), ...number })
  const { statement } = await go(tenant, certificateRoutes.readCertificate, { filingId })
  await go(tenant, certificateRoutes.checkCertificate, { statement })
}

/** A case of the lessor that the tenant hands back, confirms, and takes back. */
export async function fillCase(
  go: Go,
  { holder, tenant, leaseId }: { holder: Citizen; tenant: Citizen; leaseId: LeaseId },
): Promise<void> {
  const filingId = newId('fil', ZHANGJIANG)
  const on = (version: number) => ({ commandId: commandId(), filingId, version })
  const details = {
    titleKind: 'real_estate' as const,
    titleNo: '沪(2020)浦字不动产权第012345号',
    ownerNames: ['陈敏'],
    buildingAreaSquareMetres: 62.5,
    layout: { bedrooms: 2, livingRooms: 1, bathrooms: 1, kitchens: 1 },
    mortgaged: false,
    lessorKind: 'owner' as const,
  }
  await go(holder, caseRoutes.startFiling, { commandId: commandId(), leaseId, filingId, type: 'new' })
  await go(holder, caseRoutes.fillFiling, { ...on(1), details, occupants: occupantsOf(tenant) })
  const title = { code: 'title' as const, mediaType: 'image/jpeg' as const }
  await post(await go(holder, materialRoutes.startMaterial, { filingId, ...title, byteCount: JPEG.length }), JPEG)
  const { materials } = await go(holder, materialRoutes.addMaterial, { ...on(2), ...title })
  await go(holder, materialRoutes.removeMaterial, { ...on(3), code: 'title', sha256: String(materials[0]?.sha256) })
  await go(holder, materialRoutes.reuseMaterials, { ...on(4), fromId: filingId, agreed: true })
  await go(holder, materialRoutes.listMaterials, { filingId })
  await go(holder, caseRoutes.sendFiling, { ...on(5), declarations })
  await go(tenant, caseRoutes.handBackFiling, { ...on(6), note: '租金写错了' })
  await go(holder, caseRoutes.sendFiling, { ...on(7), declarations })
  await go(tenant, caseRoutes.confirmFiling, on(8))
  await go(tenant, filingRoutes.withdrawFiling, on(9))
}
