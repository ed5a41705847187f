import type { Route } from '@anju/shared/contract/route'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { DwellingId, LeaseId } from '@anju/shared/id'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import type * as z from 'zod'
import { heldFrom } from '../tests/held-from'
import { type Citizen, commandId, newId, type Town } from '../tests/town'
import { addPicture } from '../tests/upload'

type Go = <R extends Route>(
  who: Citizen | undefined,
  route: R,
  input: z.input<R['input']>,
) => Promise<z.output<R['output']>>

/** What is done with one home: its board, works, pictures, the owner's lease. */
export async function measureHome(
  town: Town,
  go: Go,
  holder: Citizen,
  { dwellingId, leaseId }: { dwellingId: DwellingId; leaseId: LeaseId },
): Promise<void> {
  await go(holder, dwellingRoutes.readWholeBoard, {})
  const worksId = newId('wrk')
  const today = new Date().toISOString().slice(0, 10)
  await go(holder, dwellingRoutes.startWorks, {
    commandId: commandId(),
    dwellingId,
    worksId,
    unit: { kind: 'room', roomNo: 'B' },
    from: today,
    to: today,
    what: '粉刷墙面',
  })
  await go(holder, dwellingRoutes.endWorks, { commandId: commandId(), dwellingId, worksId, lastOn: today })
  const headLeaseId = await heldFrom(holder, dwellingId)
  await go(holder, headLeaseRoutes.readHeadLease, { headLeaseId })
  await go(holder, headLeaseRoutes.listHeadLeases, {})
  await go(holder, headLeaseRoutes.readMarks, { dwellingId })
  await go(holder, headLeaseRoutes.recordHeadPayment, {
    commandId: commandId(),
    headLeaseId,
    entryId: newId('ent'),
    kind: 'rent',
    on: today,
    amountFen: 1_350_000,
    method: 'bank',
  })
  const owner = await town.join({ hats: [{ role: 'owner' }] })
  const { code } = await go(holder, headLeaseRoutes.inviteOwner, { headLeaseId })
  await go(owner, headLeaseRoutes.bindOwner, { code })
  await go(owner, headLeaseRoutes.listOwned, {})
  const asked = { dwellingId, matter: 'outlast' as const, unit: { kind: 'whole' as const }, until: '2030-01-01' }
  const approvals = [newId('apv'), newId('apv')] as const
  for (const approvalId of approvals)
    await go(holder, headLeaseRoutes.askOwner, { commandId: commandId(), headLeaseId, approvalId, ...asked })
  await go(owner, headLeaseRoutes.answerApproval, {
    commandId: commandId(),
    headLeaseId,
    approvalId: approvals[0],
    agreed: true,
  })
  const consent = await addPicture(holder, dwellingId, 'consent')
  await go(holder, headLeaseRoutes.attachConsent, {
    commandId: commandId(),
    headLeaseId,
    approvalId: approvals[1],
    pictureId: consent.id,
  })
  const known = newId('apv')
  await go(holder, headLeaseRoutes.recordKnowledge, {
    commandId: commandId(),
    headLeaseId,
    approvalId: known,
    leaseId,
    knownOn: '2026-11-02',
    evidencePictureId: consent.id,
  })
  await go(holder, headLeaseRoutes.recordObjection, {
    commandId: commandId(),
    headLeaseId,
    approvalId: known,
    objectedOn: '2026-11-03',
  })
  const headTerms = {
    startOn: '2026-11-01',
    endOn: '2029-10-31',
    rentFen: 450_000,
    payCycle: { depositMonths: 1, rentMonths: 3 as const },
    subletAllowed: true,
    ownerName: '顾业主',
  }
  const { version: held } = await go(holder, headLeaseRoutes.readHeadLease, { headLeaseId })
  await go(holder, headLeaseRoutes.reviseHeadLease, {
    commandId: commandId(),
    headLeaseId,
    version: held,
    reason: '补充约定',
    ...headTerms,
  })
  await go(holder, headLeaseRoutes.endHeadLease, {
    commandId: commandId(),
    headLeaseId,
    version: held + 1,
    lastOn: '2029-10-30',
    reason: '业主收回',
  })
  const { id: pictureId } = await addPicture(holder, dwellingId, 'home')
  await go(holder, pictureRoutes.readPicture, { pictureId })
  await go(holder, pictureRoutes.listPictures, { aboutId: dwellingId })
  await go(holder, pictureRoutes.removePicture, { commandId: commandId(), pictureId, version: 1 })
}
