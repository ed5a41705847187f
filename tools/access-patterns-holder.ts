import { businessIdOf } from '@anju/shared/business/business'
import { businessRoutes } from '@anju/shared/business/business.routes'
import { staffRoutes } from '@anju/shared/business/staff.routes'
import type { Output, Route } from '@anju/shared/contract/route'
import { exportRoutes } from '@anju/shared/export/export.routes'
import { importFileRoutes, importRoutes } from '@anju/shared/import/import.routes'
import type * as z from 'zod'
import { type Citizen, commandId, newId, type Town } from '../tests/town'

type Go = <R extends Route>(who: Citizen, route: R, input: z.input<R['input']>) => Promise<Output<R>>

/** What a holder does for themselves: the business, the staff, spreadsheets in and everything out. */
export async function measureHolder(town: Town, holder: Citizen, go: Go): Promise<void> {
  const businessId = businessIdOf(holder.id)
  const business = { kind: 'individual_business' as const, name: '某某房屋租赁', creditCode: '92310115MA1QAR027N' }
  await go(holder, businessRoutes.setBusiness, { commandId: commandId(), businessId, ...business })
  await go(holder, businessRoutes.readBusiness, { businessId })

  const keeper = await town.join()
  const invite = () => ({ commandId: commandId(), invitationId: newId('inv'), role: 'keeper' as const })
  const { code = '' } = await go(holder, staffRoutes.inviteStaff, invite())
  await go(keeper, staffRoutes.openInvitation, { code })
  await go(keeper, staffRoutes.joinStaff, { code })
  await go(keeper, staffRoutes.listHolders, {})
  await go(holder, staffRoutes.changeStaff, { userId: keeper.id, roles: ['keeper', 'bookkeeper'] })
  await go(holder, staffRoutes.listStaff, {})
  await go(holder, staffRoutes.removeStaff, { userId: keeper.id })
  const again = await go(holder, staffRoutes.inviteStaff, invite())
  await go(keeper, staffRoutes.joinStaff, { code: again.code ?? '' })
  await go(keeper, staffRoutes.leaveHolder, { holderId: holder.id })
  const { id: invitationId } = await go(holder, staffRoutes.inviteStaff, invite())
  await go(holder, staffRoutes.withdrawInvitation, { commandId: commandId(), invitationId, version: 1 })

  const { bytes } = await go(holder, importFileRoutes.readImportTemplate, {})
  const fileBase64 = Buffer.from(bytes).toString('base64')
  const { homes } = await go(holder, importFileRoutes.readImportFile, { fileBase64 })
  await go(holder, importRoutes.importRows, { homes })
  await go(holder, exportRoutes.listExportParts, {})
  await go(holder, exportRoutes.readExport, { part: 'base' })
}
