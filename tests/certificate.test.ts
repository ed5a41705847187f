import { documentRoutes } from '@anju/shared/document/document.routes'
import { caseRoutes } from '@anju/shared/filing/case.routes'
import { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { hiddenPlace } from '@anju/shared/filing/statement'
import type { DwellingId, FilingId, LeaseId } from '@anju/shared/id'
import { compactVerify, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from './client'
import { approvedFiling } from './filed'
import { declarations, occupantsOf } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

const NUMBER = '沪浦房租备2026000123'

describe('the result of a filing', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let clerk: Citizen
  let filingId: FilingId
  let ids: { dwellingId: DwellingId; leaseId: LeaseId }
  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-20T02:00:00.000Z')
    holder = await town.join({ hats: [{ role: 'landlord' }], name: '陈国强' })
    tenant = await town.join({ name: '周明' })
    clerk = await town.join({ hats: [{ role: 'clerk', region: ZHANGJIANG }] })
    const filed = await approvedFiling({ holder, tenant, clerk })
    filingId = filed.filingId
    ids = filed
  })
  afterAll(() => town.close())
  const certify = (officialNo: string, version = 3, who = clerk) =>
    who.call(certificateRoutes.certifyFiling, { commandId: commandId(), filingId, version, officialNo })

  it('the official number is typed in by a clerk, once, as it stands', async () => {
    expect((await certify('证')).error).toMatchObject({ code: 'request.invalid', fields: [{ path: 'officialNo' }] })
    expect((await certify(NUMBER, 3, holder)).error.code).toBe('access.role')
    expect((await certify(NUMBER, 2)).error.code).toBe('request.changed')
    expect((await certify(` ${NUMBER} `)).value).toMatchObject({ status: 'certified', officialNo: NUMBER, version: 4 })
    expect((await certify('另一个号码0001', 4)).error.code).toBe('filing.not_now')
  })

  const wallet = async (who = tenant) => (await who.call(certificateRoutes.readCertificate, { filingId })).value
  const check = (statement: string) => request(town.base, certificateRoutes.checkCertificate, { statement })
  const flipped = (statement: string, part: number) =>
    statement
      .split('.')
      .map((text, index) =>
        index === part ? (text.startsWith('e') ? `f${text.slice(1)}` : `e${text.slice(1)}`) : text,
      )
      .join('.')

  it('both parties have the same certificate, nobody else has it', async () => {
    const mine = await wallet()
    expect(mine).toMatchObject({ state: 'valid', officialNo: NUMBER, from: '2026-12-01', to: '2027-11-30' })
    expect(await wallet(holder)).toEqual(mine)
    const stranger = await town.join()
    for (const route of [certificateRoutes.readCertificate, documentRoutes.readCertificatePaper])
      expect((await stranger.call(route, { filingId })).error.code).toBe('filing.not_found')
  })

  it('anybody checks the code, without an account, and learns nothing personal', async () => {
    const { statement, acceptanceNo, addressText } = await wallet()
    const answer = (await check(statement)).value
    expect(answer).toEqual({
      kind: 'filing',
      state: 'valid',
      acceptanceNo,
      from: '2026-12-01',
      to: '2027-11-30',
      place: hiddenPlace(addressText),
      checkedOn: '2026-11-20',
    })
    const shown = `${JSON.stringify(answer)}${Buffer.from(statement.split('.')[1] as string, 'base64url').toString()}`
    for (const secret of ['陈国强', '周明', tenant.identityNumber, addressText, '320000', tenant.id, holder.id])
      expect(shown).not.toContain(secret)
  })

  it('the published keys prove the code where the server is away', async () => {
    const { keys } = (await request(town.base, certificateRoutes.listCertificateKeys, {})).value
    const { statement } = await wallet()
    const keyOf = ({ kid }: { kid?: string }) => importJWK(keys.find((key) => key.kid === kid) ?? {}, 'EdDSA')
    const { payload } = await compactVerify(statement, keyOf, { algorithms: ['EdDSA'] })
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ sub: filingId, to: '2027-11-30' })
    await expect(compactVerify(flipped(statement, 1), keyOf)).rejects.toThrow()
    expect(JSON.stringify(keys)).not.toContain('"d"')
  })

  it('knows no code but its own', async () => {
    const { statement } = await wallet()
    const [head, body] = statement.split('.') as [string, string]
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`
    const strange = `${Buffer.from('{"alg":"EdDSA","kid":"c9"}').toString('base64url')}.${body}.AAAA`
    for (const forged of [flipped(statement, 0), flipped(statement, 1), flipped(statement, 2), unsigned, strange, head])
      expect((await check(forged)).error.code).toBe('certificate.not_ours')
  })

  it('the paper is for both and the clerk, the same bytes again, and every one a PDF', async () => {
    const print = async (who: Citizen) => (await who.call(documentRoutes.readCertificatePaper, { filingId })).value
    const paper = await print(tenant)
    expect(Buffer.from(paper.bytes).subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from((await print(holder)).bytes).equals(Buffer.from(paper.bytes))).toBe(true)
    expect(Buffer.from((await print(clerk)).bytes).equals(Buffer.from(paper.bytes))).toBe(true)
    expect(paper.fileName).toMatch(/^备案证明-AJ\d+/)
  })

  it('一房一码: the holder prints it, and it says whether the home is filed today', async () => {
    const { dwellingId } = ids
    const stranger = await town.join({ hats: [{ role: 'landlord' }] })
    expect((await stranger.call(documentRoutes.readPoster, { dwellingId })).error.code).toBe('dwelling.not_found')
    const poster = (await holder.call(documentRoutes.readPoster, { dwellingId })).value
    expect(Buffer.from(poster.bytes).subarray(0, 5).toString()).toBe('%PDF-')
    const { statement } = (await holder.call(certificateRoutes.readHomeCode, { dwellingId })).value
    expect((await check(statement)).value).toMatchObject({ kind: 'home', filed: false, checkedOn: '2026-11-20' })
    town.setNow('2026-12-05T02:00:00.000Z')
    expect((await check(statement)).value).toMatchObject({ kind: 'home', filed: true })
  })

  it('a certificate whose term is over has ended; one that was cancelled is revoked', async () => {
    const { statement } = await wallet()
    const cancelling = newId('fil', ZHANGJIANG)
    const on = (version: number) => ({ commandId: commandId(), filingId: cancelling, version })
    const begun = { commandId: commandId(), leaseId: ids.leaseId, filingId: cancelling, type: 'cancellation' as const }
    const draft = (await tenant.call(caseRoutes.startFiling, begun)).value
    const { details } = draft
    const filled = { ...on(1), details, occupants: occupantsOf(tenant) }
    void (await tenant.call(caseRoutes.fillFiling, filled)).value
    void (await tenant.call(caseRoutes.sendFiling, { ...on(2), declarations })).value
    void (await holder.call(caseRoutes.confirmFiling, on(3))).value
    expect((await tenant.call(certificateRoutes.readCertificate, { filingId: cancelling })).error.code).toBe(
      'certificate.none',
    )
    void (await clerk.call(filingRoutes.takeFiling, on(4))).value
    void (await clerk.call(filingRoutes.approveFiling, on(5))).value
    expect((await check(statement)).value).toMatchObject({ state: 'revoked' })

    const other = await approvedFiling({ holder, tenant: await town.join(), clerk }, ['2027-01-01', '2027-12-31'])
    const read = await holder.call(certificateRoutes.readCertificate, { filingId: other.filingId })
    town.setNow('2028-01-01T02:00:00.000Z')
    expect((await check(read.value.statement)).value).toMatchObject({ state: 'ended' })
  })
})
