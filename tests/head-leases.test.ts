import { settleDay } from '@anju/functions/daily'
import type { Input, Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { ApprovalId, DwellingId, HeadLeaseId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleInput } from './arbitrary'
import { heldFrom } from './held-from'
import { advertisedHome, letHome, offeredLease, signedByBoth } from './let-home'
import { type Citizen, commandId, newId, openTown, TANG, type Town, ZHANGJIANG } from './town'
import { addPicture } from './upload'

const { readHeadLease, inviteOwner, bindOwner, askOwner, answerApproval, attachConsent, readMarks, listOwned } =
  headLeaseRoutes

describe('head leases', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let owner: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    owner = await town.join({ hats: [{ role: 'owner' }], name: '顾业主' })
  })
  afterAll(() => town.close())

  const bind = async (headLeaseId: HeadLeaseId, who = owner) => {
    const { code } = (await holder.call(inviteOwner, { headLeaseId })).value
    return who.call(bindOwner, { code })
  }
  const ask = async (headLeaseId: HeadLeaseId, dwellingId: DwellingId, more: Partial<Input<typeof askOwner>> = {}) => {
    const approvalId = newId('apv')
    const facts = { matter: 'outlast' as const, unit: { kind: 'room' as const, roomNo: 'A' }, until: '2027-11-30' }
    const input = { commandId: commandId(), headLeaseId, approvalId, dwellingId, ...facts, ...more }
    return { approvalId, answer: await holder.call(askOwner, input) }
  }
  const reply = (headLeaseId: HeadLeaseId, approvalId: ApprovalId, agreed: boolean, who = owner) =>
    who.call(answerApproval, { commandId: commandId(), headLeaseId, approvalId, agreed })
  /** A request for the advertised room, and what drawing up a year's lease for it answers. */
  async function sublet(
    home: Awaited<ReturnType<typeof advertisedHome>>,
    endOn = '2027-11-30',
    startOn = '2026-12-01',
  ) {
    const requestId = newId('ask', ZHANGJIANG)
    const someone = await town.join()
    const wish = { listingId: home.listingId, moveInOn: startOn, months: 12, persons: 1 }
    await someone.call(leaseRoutes.requestRental, { commandId: commandId(), requestId, ...wish })
    return holder.call(leaseRoutes.drawUpLease, {
      commandId: commandId(),
      requestId,
      leaseId: newId('lea', ZHANGJIANG),
      startOn,
      endOn,
      rentFen: 320_000,
      payCycle: { depositMonths: 1, rentMonths: 3 },
      deposit: { amountFen: 320_000, returnDays: 7, deductionGrounds: ['欠付租金'] },
    })
  }
  const spoken = (rules: { ruleId: string; action: string }[] | undefined) =>
    (rules ?? []).filter(({ ruleId }) => ruleId === 'N-24').map(({ action }) => action)

  it('has a plan, a straight-line cost, and the owner behind masks', async () => {
    const { dwellingId } = await advertisedHome(holder)
    const headLeaseId = await heldFrom(holder, dwellingId, {
      startOn: '2026-11-01',
      endOn: '2031-10-31',
      freePeriods: [{ from: '2026-11-01', to: '2026-12-30' }],
      rises: [{ from: '2028-11-01', rentFen: 472_500 }],
    })
    const view = (await holder.call(readHeadLease, { headLeaseId })).value
    expect(view).toMatchObject({
      ownerPhoneMasked: '139****1234',
      ownerAccountMasked: '**** 2222',
      dwellingIds: [dwellingId],
    })
    expect(view.plan).toHaveLength(20)
    expect(view.plan[0]).toMatchObject({ from: '2026-12-31', dueOn: '2026-12-24', paidFen: 0 })
    expect(JSON.stringify(view)).not.toMatch(/13900001234|6222|sealed/)
    const stored = JSON.stringify(
      await town.world.store.get('state', { pk: `${ZHANGJIANG}#${headLeaseId}`, sk: 'head-lease' }),
    )
    expect(stored).not.toMatch(/13900001234|6222 ?0000/)
  })

  it('refuses homes of others, of another town, twice, and terms out of order', async () => {
    const { dwellingId } = await advertisedHome(holder)
    const stranger = await town.join({ hats: [{ role: 'sublandlord' }] })
    const record = (more: object, who = holder) =>
      who.call(headLeaseRoutes.recordHeadLease, {
        commandId: commandId(),
        headLeaseId: newId('hle', ZHANGJIANG),
        dwellingIds: [dwellingId],
        startOn: '2026-11-01',
        endOn: '2029-10-31',
        rentFen: 1,
        payCycle: { depositMonths: 1, rentMonths: 3 },
        subletAllowed: true,
        ownerName: '顾业主',
        ...more,
      })
    expect((await record({}, stranger)).error.code).toBe('dwelling.not_found')
    expect((await record({ headLeaseId: newId('hle', TANG) })).error.code).toBe('head_lease.home')
    expect((await record({ dwellingIds: [dwellingId, dwellingId] })).error.code).toBe('head_lease.home')
    expect((await record({ endOn: '2026-10-31' })).error.fields?.[0]?.path).toBe('endOn')
    expect((await record({ ownerPhone: '123' })).error.fields?.[0]?.path).toBe('ownerPhone')
    const picture = await addPicture(holder, dwellingId, 'home')
    expect((await record({ consentPictureId: picture.id })).error.code).toBe('picture.not_found')
  })

  describe('a sublease (N-24)', () => {
    it('warns a sublandlord who has recorded no head lease, and says where it is written', async () => {
      const lease = (await sublet(await advertisedHome(holder))).value
      const hit = lease.warnings.find(({ ruleId }) => ruleId === 'N-24')
      expect(hit).toMatchObject({ action: 'WARN', certainty: 'V', source: expect.stringContaining('七百一十六条') })
    })
    it('may not outlast the head lease, until the owner agrees in the app', async () => {
      const home = await advertisedHome(holder)
      const headLeaseId = await heldFrom(holder, home.dwellingId, { endOn: '2027-10-31' })
      void (await bind(headLeaseId)).value
      const refused = await sublet(home)
      expect([refused.status, refused.error.code, spoken(refused.error.rules)]).toEqual([
        422,
        'lease.blocked',
        ['BLOCK'],
      ])
      const other = await ask(headLeaseId, home.dwellingId, { unit: { kind: 'room', roomNo: 'B' } })
      void (await reply(headLeaseId, other.approvalId, true)).value
      expect((await sublet(home)).status).toBe(422)
      const { approvalId } = await ask(headLeaseId, home.dwellingId)
      void (await reply(headLeaseId, approvalId, true)).value
      expect((await reply(headLeaseId, approvalId, true)).error.code).toBe('approval.answered')
      expect((await sublet(home)).status).toBe(200)
      expect((await sublet(home, '2027-12-01')).status).toBe(422)
    })
    it('… or a picture of what the owner signed is attached', async () => {
      const home = await advertisedHome(holder)
      const headLeaseId = await heldFrom(holder, home.dwellingId, { endOn: '2027-10-31' })
      const { approvalId } = await ask(headLeaseId, home.dwellingId)
      const attach = (pictureId: Awaited<ReturnType<typeof addPicture>>['id']) =>
        holder.call(attachConsent, { commandId: commandId(), headLeaseId, approvalId, pictureId })
      const wrong = await addPicture(holder, home.dwellingId, 'voucher')
      expect((await attach(wrong.id)).error.code).toBe('picture.not_found')
      const signed = await addPicture(holder, home.dwellingId, 'consent')
      expect((await attach(signed.id)).value.approvals[0]).toMatchObject({
        status: 'agreed',
        consentPictureId: signed.id,
      })
      expect((await sublet(home)).status).toBe(200)
    })
    it('asks for consent to sublet; a refusal of the owner changes nothing', async () => {
      const home = await advertisedHome(holder)
      const headLeaseId = await heldFrom(holder, home.dwellingId, { subletAllowed: false })
      void (await bind(headLeaseId)).value
      expect(spoken((await sublet(home)).error.rules)).toEqual(['BLOCK'])
      const first = await ask(headLeaseId, home.dwellingId, { matter: 'sublet', unit: { kind: 'whole' } })
      void (await reply(headLeaseId, first.approvalId, false)).value
      expect((await sublet(home)).status).toBe(422)
      const second = await ask(headLeaseId, home.dwellingId, { matter: 'sublet', unit: { kind: 'whole' } })
      void (await reply(headLeaseId, second.approvalId, true)).value
      expect((await sublet(home)).status).toBe(200)
    })
    it('is not signed any more once the head lease has been cut short', async () => {
      const home = await advertisedHome(holder)
      const headLeaseId = await heldFrom(holder, home.dwellingId)
      const { leaseId } = await offeredLease(holder, tenant, home)
      const end = (lastOn: string) =>
        holder.call(headLeaseRoutes.endHeadLease, {
          commandId: commandId(),
          headLeaseId,
          version: 1,
          lastOn,
          reason: '业主收回自住',
        })
      expect((await end('2030-01-01')).error.code).toBe('head_lease.days')
      const ended = (await end('2027-05-31')).value
      expect([ended.endedOn, ended.revisions.map(({ reason }) => reason)]).toEqual(['2027-05-31', ['业主收回自住']])
      const sign = await tenant.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 1 })
      expect(spoken(sign.error.rules)).toContain('BLOCK')
    })
    it('may run on where the next head lease follows without a gap', async () => {
      const home = await advertisedHome(holder)
      await heldFrom(holder, home.dwellingId, { endOn: '2027-10-31' })
      await heldFrom(holder, home.dwellingId, { startOn: '2027-11-01', endOn: '2030-10-31' })
      expect((await sublet(home)).status).toBe(200)
    })
  })

  describe('the owner', () => {
    it('binds with a code that is good once, for one, for a week, and not for the holder', async () => {
      const { dwellingId } = await advertisedHome(holder)
      const headLeaseId = await heldFrom(holder, dwellingId)
      const { code } = (await holder.call(inviteOwner, { headLeaseId })).value
      expect((await owner.call(bindOwner, { code: 'AAAAAAAAAA' })).error.code).toBe('owner.code')
      town.setNow(new Date(Date.now() + 8 * 86_400_000).toISOString())
      expect((await owner.call(bindOwner, { code })).error.code).toBe('owner.code')
      town.setNow(undefined)
      expect((await owner.call(bindOwner, { code: code.toLowerCase() })).value.id).toBe(headLeaseId)
      expect((await owner.call(bindOwner, { code })).value.id).toBe(headLeaseId)
      const second = await town.join({ hats: [{ role: 'owner' }] })
      expect((await second.call(bindOwner, { code })).error.code).toBe('owner.bound')
      expect((await holder.call(inviteOwner, { headLeaseId })).error.code).toBe('owner.bound')
      const mine = (await owner.call(listOwned, {})).value.items
      expect(mine.map(({ id }) => id)).toContain(headLeaseId)
      expect((await second.call(listOwned, {})).value.items).toEqual([])
    })
    it('sees the home without its tenants, their rent or their papers, and nothing else of any route', async () => {
      town.wechat.push.url = `${town.base}/api/wechat/push`
      const home = await letHome(town, holder, tenant)
      await town.wechat.told()
      town.wechat.push.url = undefined
      void (await bind(home.headLeaseId)).value
      const view = (await owner.call(readHeadLease, { headLeaseId: home.headLeaseId })).value
      const text = JSON.stringify(view)
      for (const secret of [tenant.name, tenant.id, home.leaseId, '320000', '320_000'])
        expect(text).not.toContain(secret)
      expect(view.homes[0]?.units.length).toBeGreaterThan(1)
      const voucher = await addPicture(holder, home.dwellingId, 'voucher')
      const handover = await addPicture(holder, home.leaseId, 'handover')
      const look = async (pictureId: typeof voucher.id) =>
        (await owner.call(pictureRoutes.readPicture, { pictureId })).status
      expect([await look(home.pictureId), await look(voucher.id), await look(handover.id)]).toEqual([200, 404, 404])
    })
    it('is told what is asked, and the holder what is answered', async () => {
      const { dwellingId } = await advertisedHome(holder)
      const headLeaseId = await heldFrom(holder, dwellingId)
      void (await bind(headLeaseId)).value
      const { approvalId } = await ask(headLeaseId, dwellingId, { matter: 'works', reason: '厨房翻新' })
      const stranger = await town.join({ hats: [{ role: 'owner' }] })
      expect((await reply(headLeaseId, approvalId, true, stranger)).error.code).toBe('head_lease.not_found')
      expect((await reply(headLeaseId, newId('apv'), true)).error.code).toBe('approval.not_found')
      expect((await reply(headLeaseId, approvalId, false)).value.approvals.at(-1)?.status).toBe('refused')
    })
  })

  it('reaches by an owner’s hat nothing of the home but what is made for owners, over every route', async () => {
    const home = await letHome(town, holder, tenant)
    void (await bind(home.headLeaseId)).value
    const open = ['readHeadLease', 'answerApproval', 'readPicture', 'readOwnerStatement']
    const guarded = (Object.entries(routes) as [string, Route][]).filter(
      ([name, { access, subject }]) => access.includes('owner') && subject && !open.includes(name),
    )
    expect(guarded.length).toBeGreaterThan(3)
    const fixed = { ...home, version: 1, cursor: undefined, limit: undefined }
    for (const [index, [name, route]] of guarded.entries()) {
      const input = sampleInput(route.input, index, { ...fixed, commandId: commandId() })
      const answer = await owner.call(route, input as never)
      expect([name, answer.status]).toEqual([name, 404])
    }
  })

  it('falls due: reminded, booked month by month and on the plan, once, and paid from the book', async () => {
    const other = await town.join({ hats: [{ role: 'sublandlord' }] })
    const { dwellingId } = await advertisedHome(other)
    const headLeaseId = await heldFrom(other, dwellingId, { startOn: '2026-11-01', bookFrom: '2026-10-01' })
    const settle = async (day: string) => {
      for (let again = 0; again < 2; again++) await settleDay(town.world, `${day}T00:30:00.000Z`, ['310115'])
    }
    await settle('2026-11-23')
    const entries = (await other.call(ledgerRoutes.listEntries, { limit: 50 })).value.items
    const of = (event: string) => entries.filter((entry) => entry.event === event)
    expect(of('head_rent_due').map(({ on, postings }) => [on, postings[0]?.amountFen])).toEqual([
      ['2026-10-25', 1_350_000],
    ])
    expect(of('head_rent_accrued').map(({ postings }) => postings[0]?.amountFen)).toEqual([450_000])
    const pay = (amountFen: number, more: object = {}) =>
      other.call(headLeaseRoutes.recordHeadPayment, {
        commandId: commandId(),
        headLeaseId,
        entryId: newId('ent'),
        kind: 'rent',
        on: '2026-11-02',
        amountFen,
        method: 'bank',
        ...more,
      })
    expect((await pay(1_400_000)).value.plan.map(({ paidFen }) => paidFen).slice(0, 3)).toEqual([1_350_000, 50_000, 0])
    expect((await pay(450_000, { kind: 'deposit' })).value.payments).toHaveLength(2)
    expect((await pay(1, { on: '2099-01-01' })).error.code).toBe('ledger.future')
    await settle('2027-01-15')
    const titles = (await other.call(noticeRoutes.listNotices, { limit: 50 })).value.items.map(({ title }) => title)
    expect(titles.filter((title) => /^2027-01-25 应付业主租金 13,?500/.test(title))).toHaveLength(1)
  })

  it('is revised until something of it is booked', async () => {
    const { dwellingId } = await advertisedHome(holder)
    const headLeaseId = await heldFrom(holder, dwellingId)
    const revise = (version: number, more: object) =>
      holder.call(headLeaseRoutes.reviseHeadLease, {
        commandId: commandId(),
        headLeaseId,
        version,
        reason: '与业主重新约定',
        startOn: '2026-11-01',
        endOn: '2029-10-31',
        rentFen: 450_000,
        payCycle: { depositMonths: 1, rentMonths: 3 },
        depositFen: 450_000,
        subletAllowed: true,
        ownerName: '顾业主',
        ...more,
      })
    expect((await revise(1, { rentFen: 460_000 })).value).toMatchObject({
      rentFen: 460_000,
      ownerPhoneMasked: '139****1234',
    })
    expect((await revise(1, {})).error.code).toBe('request.changed')
    await settleDay(town.world, '2026-12-02T00:30:00.000Z', ['310115'])
    const { version } = (await holder.call(readHeadLease, { headLeaseId })).value
    expect((await revise(version, { rentFen: 470_000 })).error.code).toBe('head_lease.booked')
    expect((await revise(version, { rentFen: 460_000, ownerName: '顾女士' })).value.ownerName).toBe('顾女士')
  })

  it('marks high in, low out; long in, short out; and a head lease that ends first; the town sees no rent', async () => {
    const home = await advertisedHome(holder)
    const { leaseId } = await offeredLease(holder, tenant, home, '2026-11-01', '2027-10-31')
    await signedByBoth(holder, tenant, leaseId)
    await heldFrom(holder, home.dwellingId, {
      endOn: '2027-06-30',
      payCycle: { depositMonths: 1, rentMonths: 1 },
    })
    const { marks } = (await holder.call(readMarks, { dwellingId: home.dwellingId })).value
    expect(marks.map(({ inputs }) => inputs.kind)).toEqual(['rent_gap', 'cycle_gap', 'head_lease_ends'])
    expect(marks[0]?.inputs).toMatchObject({ headRentFen: 450_000, subRentsFen: 320_000 })
    const officer = await town.join({ only: [{ role: 'town_officer', region: ZHANGJIANG }] })
    const seen = (await officer.call(readMarks, { dwellingId: home.dwellingId })).value
    expect(seen.marks).toHaveLength(3)
    expect(JSON.stringify(seen)).not.toMatch(/450000|320000|hle_/)
  })
})
