import type { LeaseId } from '@anju/shared/id'
import { importRoutes } from '@anju/shared/import/import.routes'
import { claimRoutes } from '@anju/shared/lease/claim.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { advertisedHome } from './let-home'
import { on } from './tenancy'
import type { Citizen } from './town'

/** A running lease of room B that was signed on paper with `lesseeName`, taken over from a spreadsheet. */
export async function paperLease(holder: Citizen, lesseeName: string, more: { paidThrough?: string } = {}) {
  const { dwellingId } = await advertisedHome(holder)
  const row = {
    dwellingId,
    unit: { kind: 'room' as const, roomNo: 'B' },
    lesseeName,
    lesseePhone: '13800000001',
    startOn: '2026-06-01',
    endOn: '2027-05-31',
    rentFen: 300_000,
    depositFen: 300_000,
    rentMonths: 1 as const,
    ...more,
  }
  const { leases } = (await holder.call(importRoutes.importRows, { leases: [row] })).value
  const leaseId = leases[0]?.leaseId as LeaseId
  return (await holder.call(leaseRoutes.readLease, { leaseId })).value
}

/** The same with its tenant invited: the lease as it is now, and the code. */
export async function invited(holder: Citizen, lesseeName: string, more: { paidThrough?: string } = {}) {
  const lease = await paperLease(holder, lesseeName, more)
  const asked = (await holder.call(claimRoutes.inviteLessee, on(lease))).value
  const { code } = (await holder.call(claimRoutes.readLesseeInvitation, { leaseId: lease.id })).value
  return { lease: asked, code: String(code) }
}
