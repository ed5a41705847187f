import type { Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { documentRoutes } from '@anju/shared/document/document.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { BOOK_KEEPERS, isStaff, isTeam, type Role, Role as RoleSchema } from '@anju/shared/person/role'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleInput } from '../arbitrary'
import { letHome } from '../let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from '../town'

/** Every route of the book; of the documents those that are made of it. A receipt, a certificate, a statement of a lease or of a head lease is of its two parties, a poster of a home. */
const {
  readCertificatePaper: _certificate,
  readContract: _contract,
  readPoster: _poster,
  readReceipt: _receipt,
  readStatement: _statement,
  readOwnerStatement: _owner,
  ...printed
} = documentRoutes
const BOOK_ROUTES = Object.entries({ ...ledgerRoutes, ...printed } as Record<string, Route>)
const MARK_FEN = 73_917_351

const regionFor = (role: Role): string | undefined =>
  role === 'district_officer'
    ? '310115'
    : role === 'auditor'
      ? '31'
      : role === 'operator_admin'
        ? undefined
        : ZHANGJIANG

/**
 * 账本 is private (rule sheet 6.3): the holder and those who keep the book for them read it. Whoever else there is, the town
 * that the home lies in included, gets not one figure, whatever they ask for and for whomever they say they act.
 */
describe('nobody else reads a book', () => {
  let town: Town
  let holder: Citizen
  let home: Awaited<ReturnType<typeof letHome>>
  const others = new Map<string, Citizen[]>()
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const tenant = await town.join()
    home = await letHome(town, holder, tenant)
    const marked = { event: 'repair_paid' as const, on: '2026-11-01', amountFen: MARK_FEN, dwellingId: home.dwellingId }
    await holder
      .call(ledgerRoutes.recordEntry, { commandId: commandId(), entryId: newId('ent'), ...marked })
      .then((answer) => answer.value)
    for (const role of RoleSchema.options) {
      const region = isStaff(role) ? regionFor(role) : undefined
      const elsewhere = isTeam(role) ? await town.join({ hats: [{ role: 'sublandlord' }] }) : undefined
      const hat = { role, ...(region && { region }), ...(elsewhere && { holderId: elsewhere.id }) }
      others.set(role, [await town.join({ only: [hat] })])
    }
    others.get('tenant')!.push(tenant)
    others
      .get('keeper')!
      .push((await town.join({ only: [{ role: 'keeper', holderId: holder.id }] })).actingFor(holder.id))
  })
  afterAll(() => town.close())

  const asked = (route: Route, seed: number) =>
    sampleInput(route.input, seed, {
      ...home,
      commandId: commandId(),
      reversalId: newId('ent'),
      version: 1,
      year: '2026',
      period: '2026',
      month: '2026-11',
      cursor: undefined,
      limit: undefined,
      ...(route.method === 'GET' && { event: undefined, words: undefined }),
    }) as never
  const textOf = (value: unknown) =>
    JSON.stringify(value, (_key, each: unknown) =>
      each instanceof Uint8Array ? Buffer.from(each).toString('latin1') : each,
    )
  /** Nothing that this holder's book says: no figure, no id of an entry, a home or a lease. */
  const saysNothing = (value: unknown) => {
    const text = textOf(value)
    for (const secret of [String(MARK_FEN), '739173.51', '739,173.51', home.entryId, home.leaseId, holder.id])
      expect(text).not.toContain(secret)
  }

  it('is true of routes for the book alone', () => {
    expect(
      BOOK_ROUTES.filter(([, route]) => route.access !== BOOK_KEEPERS && route.access !== 'anyone').map(
        ([name]) => name,
      ),
    ).toEqual([])
    const elsewhere = Object.entries(routes as Record<string, Route>).filter(
      ([name, route]) => route.path.includes('ledger') && !BOOK_ROUTES.some(([book]) => book === name),
    )
    expect(elsewhere.map(([name]) => name)).toEqual([])
  })

  it.each(BOOK_ROUTES.flatMap(([name, route]) => RoleSchema.options.map((role) => [name, role, route] as const)))(
    '%s tells a %s nothing',
    async (_name, role, route) => {
      for (const [index, person] of others.get(role)!.entries())
        for (const citizen of [person, person.actingFor(holder.id)]) {
          const answer = await citizen.call(route, asked(route, index))
          const own = BOOK_KEEPERS.includes(role as never) && citizen === person
          if (own && answer.status === 200) saysNothing(answer.value)
          else expect([400, 403, 404, 409]).toContain(answer.status)
          if (answer.status !== 200) saysNothing(answer.error)
        }
    },
  )

  it('answers the holder, the manager and the bookkeeper', async () => {
    for (const role of ['manager', 'bookkeeper'] as const) {
      const kept = (await town.join({ only: [{ role, holderId: holder.id }] })).actingFor(holder.id)
      const seen = (await kept.call(ledgerRoutes.listEntries, { limit: 50 })).value
      expect(textOf(seen)).toContain(String(MARK_FEN))
    }
    expect(textOf((await holder.call(ledgerRoutes.readArrears, {})).value)).toContain('today')
  })

  it('answers nobody who makes questions up', async () => {
    const clerk = others.get('clerk')![0]!
    const reading = BOOK_ROUTES.filter(([, route]) => route.method === 'GET')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...reading), fc.nat(1_000), fc.boolean(), async ([, route], seed, acting) => {
        const citizen = acting ? clerk.actingFor(holder.id) : clerk
        expect((await citizen.call(route, sampleInput(route.input, seed, { ...home }) as never)).status).toBe(403)
      }),
      { numRuns: 60 },
    )
  })
})
