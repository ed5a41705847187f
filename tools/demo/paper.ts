import { addDays, addMonths, type Day } from '@anju/shared/day'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { importRoutes } from '@anju/shared/import/import.routes'
import { claimRoutes } from '@anju/shared/lease/claim.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { ZHANGJIANG } from './cast'
import { at, type Stage } from './stage'

/** 纸面租约: one home with a lease that was signed on paper, whose tenant is invited to claim it. */
export async function playPaperLease(stage: Stage, today: Day): Promise<void> {
  const now = at(addDays(today, -2), 11)
  const dwellingId = stage.newId('dwl', now, ZHANGJIANG)
  const home = {
    dwellingId,
    address: {
      townCode: ZHANGJIANG,
      committeeCode: `${ZHANGJIANG}002`,
      road: '益江路',
      lane: '456弄',
      number: '17号',
      room: '303室',
    },
    communityName: '青桐里',
    certificateBedrooms: 1,
    buildingAreaSquareMetres: 48.6,
    rooms: [{ roomNo: 'A', originalUse: 'bedroom' as const, usableAreaSquareMetres: 13.2 }],
  }
  await stage.act('chen', dwellingRoutes, 'registerDwelling', home, now)
  const startOn = addMonths(`${today.slice(0, 7)}-01`, -7)
  const row = {
    dwellingId,
    unit: { kind: 'whole' as const },
    lesseeName: '孙宁',
    lesseePhone: '13900000003',
    startOn,
    endOn: addDays(addMonths(startOn, 12), -1),
    rentFen: 410_000,
    depositFen: 410_000,
    rentMonths: 1 as const,
    paidThrough: addDays(addMonths(startOn, 7), -1),
  }
  const { leases } = await stage.act('chen', importRoutes, 'importRows', { leases: [row] }, now)
  const leaseId = leases[0]?.leaseId
  if (!leaseId) throw new Error(`the lease on paper was not taken over: ${leases[0]?.message}`)
  const { version } = await stage.act('chen', leaseRoutes, 'readLease', { leaseId }, now)
  await stage.act('chen', claimRoutes, 'inviteLessee', { leaseId, version }, now)
}
