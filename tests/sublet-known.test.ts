import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { LeaseId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { LeaseTerms } from '@anju/shared/lease/terms'
import { personRoutes } from '@anju/shared/person/person.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from './client'
import { heldFrom } from './held-from'
import { advertisedHome, offeredLease, signedByBoth } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town } from './town'
import { addPicture } from './upload'

const { recordKnowledge, recordObjection, readMarks, answerApproval, inviteOwner, bindOwner } = headLeaseRoutes

/** 民法典 718 (N-24): an owner who knew of a sublease and was silent for six months is taken to agree to it. */
describe('a sublease that the owner knew of', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())

  /** A room let from December 2026 for a year; then a head lease is recorded that does not allow it. */
  async function sublet() {
    town.setNow('2026-12-05T02:00:00.000Z')
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    const home = await advertisedHome(holder)
    const { leaseId } = await offeredLease(holder, tenant, home)
    await signedByBoth(holder, tenant, leaseId)
    const { dwellingId } = home
    const headLeaseId = await heldFrom(holder, dwellingId, { subletAllowed: false })
    const { id: evidencePictureId } = await addPicture(holder, dwellingId, 'consent')
    const approvalId = newId('apv')
    const know = (more: object = {}) =>
      holder.call(recordKnowledge, {
        commandId: commandId(),
        headLeaseId,
        approvalId,
        leaseId,
        knownOn: '2026-12-05',
        evidencePictureId,
        ...more,
      })
    const marks = async () =>
      (await holder.call(readMarks, { dwellingId })).value.marks.filter(
        ({ inputs }) => inputs.kind === 'sublet_consent',
      )
    return { dwellingId, leaseId, headLeaseId, approvalId, know, marks }
  }
  /** What changing the lease answers: its rules are asked again. */
  async function amend(leaseId: LeaseId): Promise<[number, string[]]> {
    const lease = (await holder.call(leaseRoutes.readLease, { leaseId })).value
    const terms = { ...LeaseTerms.parse(lease), remarks: '租客可以养一只猫' }
    const input = { commandId: commandId(), leaseId, version: lease.version, ...terms }
    const answer = await holder.call(tenancyRoutes.proposeAmendment, input)
    const hits = answer.status === 200 ? [] : (answer.error.rules ?? [])
    return [answer.status, hits.filter(({ action }) => action === 'BLOCK').map(({ ruleId }) => ruleId)]
  }
  /** The same holder on a later day: a session does not live as long as this test. */
  async function later(now: string): Promise<void> {
    town.setNow(now)
    const code = town.wechat.loginCode(holder.openid)
    const { token } = (await request(town.base, personRoutes.logIn, { code })).value
    holder = { ...holder, token, call: (route, input) => request(town.base, route, input, token) }
  }

  it('is marked, then waits for six months, then stands', async () => {
    const { leaseId, headLeaseId, approvalId, know, marks } = await sublet()
    expect((await marks()).map(({ action, inputs }) => [action, inputs.deemedFrom])).toEqual([['WARN', undefined]])
    expect((await know({ knownOn: '2026-12-06' })).error.fields?.[0]?.path).toBe('knownOn')
    expect((await know({ evidencePictureId: newId('pic', '310115125') })).error.code).toBe('picture.not_found')
    expect((await know()).value.approvals[0]).toMatchObject({ knownOn: '2026-12-05', until: '2027-11-30', leaseId })
    expect((await know({ approvalId: newId('apv') })).error.code).toBe('approval.known')
    expect((await marks())[0]?.inputs.deemedFrom).toBe('2027-06-06')
    expect(await amend(leaseId)).toEqual([422, ['N-24']])
    await later('2027-06-05T02:00:00.000Z')
    expect(await amend(leaseId)).toEqual([422, ['N-24']])
    await later('2027-06-06T02:00:00.000Z')
    expect(await amend(leaseId)).toEqual([200, []])
    expect(await marks()).toEqual([])
    const late = { commandId: commandId(), headLeaseId, approvalId, objectedOn: '2027-06-06' }
    expect((await holder.call(recordObjection, late)).error.code).toBe('approval.deemed')
  })

  it('stands no more once the owner objected in time, in the app or outside of it', async () => {
    const { headLeaseId, approvalId, know, marks } = await sublet()
    void (await know()).value
    const object = (objectedOn: string) =>
      holder.call(recordObjection, { commandId: commandId(), headLeaseId, approvalId, objectedOn })
    expect((await object('2026-12-06')).error.code).toBe('ledger.future')
    expect((await object('2026-12-04')).error.fields?.[0]?.path).toBe('objectedOn')
    expect((await object('2026-12-05')).value.approvals[0]).toMatchObject({
      status: 'refused',
      objectedOn: '2026-12-05',
    })
    expect((await object('2026-12-05')).error.code).toBe('approval.answered')
    expect((await marks())[0]?.inputs.deemedFrom).toBeUndefined()

    const other = await sublet()
    const owner = await town.join({ hats: [{ role: 'owner' }], name: '顾业主' })
    const { code } = (await holder.call(inviteOwner, { headLeaseId: other.headLeaseId })).value
    void (await owner.call(bindOwner, { code })).value
    void (await other.know()).value
    const answered = await owner.call(answerApproval, {
      commandId: commandId(),
      headLeaseId: other.headLeaseId,
      approvalId: other.approvalId,
      agreed: false,
    })
    expect(answered.value.approvals[0]?.status).toBe('refused')
  })
})
