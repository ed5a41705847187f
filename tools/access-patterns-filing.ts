import type { Route } from '@anju/shared/contract/route'
import { caseRoutes } from '@anju/shared/filing/case.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { LeaseId } from '@anju/shared/id'
import type * as z from 'zod'
import { declarations, occupantsOf } from '../tests/let-home'
import { type Citizen, commandId, newId, ZHANGJIANG } from '../tests/town'

type Go = <R extends Route>(who: Citizen, route: R, input: z.input<R['input']>) => Promise<z.output<R['output']>>

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
  await go(holder, caseRoutes.sendFiling, { ...on(2), declarations })
  await go(tenant, caseRoutes.handBackFiling, { ...on(3), note: '租金写错了' })
  await go(holder, caseRoutes.sendFiling, { ...on(4), declarations })
  await go(tenant, caseRoutes.confirmFiling, on(5))
  await go(tenant, filingRoutes.withdrawFiling, on(6))
}
