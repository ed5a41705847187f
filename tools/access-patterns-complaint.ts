import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { contentRoutes } from '@anju/shared/content/content.routes'
import type { Route } from '@anju/shared/contract/route'
import type { ComplaintId, LeaseId } from '@anju/shared/id'
import type * as z from 'zod'
import { complained, reviewed } from '../tests/complained'
import { type Citizen, commandId, newId, type Town, ZHANGJIANG } from '../tests/town'
import { addPicture } from '../tests/upload'

type Go = <R extends Route>(who: Citizen, route: R, input: z.input<R['input']>) => Promise<z.output<R['output']>>

/** Every route of complaints once: filed, asked, answered, reopened, rated, withdrawn, and the words looked at. */
export async function measureComplaints(
  town: Town,
  go: Go,
  { holder, tenant, leaseId }: { holder: Citizen; tenant: Citizen; leaseId: LeaseId },
): Promise<void> {
  const officer = await town.join({ only: [{ role: 'town_officer', region: ZHANGJIANG }] })
  const complaintId = newId('cmp', ZHANGJIANG)
  const on = (id: ComplaintId, version: number) => ({ commandId: commandId(), complaintId: id, version })
  const text = '已联系双方核实'
  const made = { commandId: commandId(), complaintId, leaseId, kind: 'deposit' as const }
  await go(tenant, complaintRoutes.fileComplaint, { ...made, text: '押金没有退' })
  await go(officer, complaintRoutes.listComplaintQueue, { regionCode: ZHANGJIANG })
  await go(officer, complaintRoutes.acceptComplaint, on(complaintId, 1))
  await go(officer, complaintRoutes.askRespondent, { ...on(complaintId, 2), text })
  await go(holder, complaintRoutes.makeStatement, { ...on(complaintId, 3), text })
  await go(officer, complaintRoutes.answerComplaint, { ...on(complaintId, 4), outcome: 'upheld', text })
  await go(tenant, complaintRoutes.rateComplaint, { ...on(complaintId, 5), stars: 4 })
  await go(tenant, complaintRoutes.reopenComplaint, { ...on(complaintId, 6), text })
  await go(tenant, complaintRoutes.readComplaint, { complaintId })
  await addPicture(tenant, complaintId, 'complaint')
  await go(officer, complaintRoutes.listComplaintPictures, { complaintId })
  await go(tenant, complaintRoutes.listMyComplaints, {})
  const { id } = await complained(tenant)
  await go(tenant, complaintRoutes.withdrawComplaint, on(id, 1))
  for (const route of [contentRoutes.passContent, contentRoutes.refuseContent]) {
    const { reviewId } = await reviewed(town, tenant)
    await go(officer, contentRoutes.listReviews, { regionCode: ZHANGJIANG })
    await go(officer, contentRoutes.readReview, { reviewId })
    await go(officer, route, { commandId: commandId(), reviewId, version: 1 })
  }
}
