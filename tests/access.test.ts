import { pathNames, type Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { NOT_FOUND } from '@anju/shared/errors'
import { ID_KINDS, isLocal, kindOf } from '@anju/shared/id'
import { isStaff, isTeam, Role } from '@anju/shared/person/role'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleInput } from './arbitrary'
import { request } from './client'
import { letHome } from './let-home'
import { type Citizen, commandId, newId, openTown, TANG, type Town, ZHANGJIANG } from './town'

/** A region that the role may be bound to; `here` holds the objects, the other does not. */
const regionOf = (role: Role, here: boolean): string | undefined => {
  if (role === 'district_officer') return here ? '310115' : '310104'
  if (role === 'auditor') return here ? '31' : '41'
  if (role === 'operator_admin') return undefined
  return here ? ZHANGJIANG : TANG
}

/** A new id of the kind that a field takes. */
function freshId(route: Route, field: string): string {
  const taken = ID_KINDS.map((kind) => newId(kind, isLocal(kind) ? ZHANGJIANG : undefined))
  return taken.find((id) => route.input.shape[field]?.safeParse(id).success) as string
}

/** Every route × every role × somebody else's object × another region, from the route table alone. */
describe('access', () => {
  let town: Town
  let objects: Record<string, string>
  const bearers = new Map<string, Citizen>()

  beforeAll(async () => {
    town = await openTown()
    const holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const tenant = await town.join()
    objects = { ...(await letHome(town, holder, tenant)), userId: holder.id, regionCode: ZHANGJIANG }
    for (const role of Role.options)
      for (const here of isStaff(role) ? [true, false] : [false]) {
        const region = regionOf(role, here)
        const elsewhere = isTeam(role) ? await town.join({ hats: [{ role: 'sublandlord' }] }) : undefined
        const hat = { role, ...(region && { region }), ...(elsewhere && { holderId: elsewhere.id }) }
        bearers.set(`${role} ${here}`, await town.join({ only: [hat] }))
      }
  })
  afterAll(() => town.close())

  const guarded = (Object.entries(routes) as [string, Route][]).filter(([, route]) => route.access !== 'anyone')

  /** The objects of others in the places where the route names them; new ids where it makes something. */
  function inputFor(route: Route, index: number): Record<string, unknown> {
    const made = route.writes && !pathNames(route.path).includes(route.writes) ? route.writes : undefined
    const address = { townCode: ZHANGJIANG, road: '藿香路', lane: '1弄', number: `${index}号`, room: '1室' }
    const rooms = [{ roomNo: 'A', originalUse: 'bedroom', usableAreaSquareMetres: 12 }]
    const fixed = {
      ...objects,
      address,
      rooms,
      commandId: commandId(),
      version: 1,
      reversalId: newId('ent'),
      cursor: undefined,
      limit: undefined,
      ...(made && made !== 'me' && { [made]: freshId(route, made) }),
    }
    return sampleInput(route.input, index, fixed)
  }

  it.each(guarded)('%s: only with a session', async (_name, route) => {
    const answer = await request(town.base, route, inputFor(route, 1) as never)
    expect([answer.status, answer.error.code]).toEqual([401, 'session.missing'])
  })

  it.each(guarded.flatMap(([name, route], index) => Role.options.map((role) => [name, role, route, index] as const)))(
    '%s as a %s who is no party and has another region',
    async (name, role, route, index) => {
      const changesCaller = route.writes === 'me' || name === 'logOut' || name === 'closeAccount'
      const standing = bearers.get(`${role} false`) as Citizen
      const bearer = changesCaller ? await town.join({ only: standing.me.hats }) : standing
      const answer = await bearer.call(route, inputFor(route, index) as never)
      const admitted = route.access.includes(role)
      if (!admitted) expect([answer.status, answer.error.code]).toEqual([403, 'access.role'])
      else if (route.subject === 'regionCode') expect(answer.error.code).toBe('access.region')
      else if (route.subject)
        expect([answer.status, answer.error.code]).toEqual([404, NOT_FOUND[kindOf(objects[route.subject] as string)]])
      else if (answer.status === 200 && name !== 'requestRental' && name !== 'grantHat') {
        const text = JSON.stringify(answer.value)
        for (const id of Object.values(objects).filter((each) => each.includes('_'))) expect(text).not.toContain(id)
      } else if (name === 'readEntry' || name === 'reverseEntry')
        expect(answer.error.code).toBe('ledger.entry_not_found')
    },
  )

  it.each(
    guarded
      .filter(([, route]) => route.subject)
      .flatMap(([name, route], index) =>
        Role.options
          .filter((role) => isStaff(role) && route.access.includes(role))
          .map((role) => [name, role, route, index] as const),
      ),
  )('%s as a %s of the region itself is not hidden', async (_name, role, route, index) => {
    const answer = await (bearers.get(`${role} true`) as Citizen).call(route, inputFor(route, index) as never)
    if (answer.status !== 200)
      expect(['access.role', 'access.region', 'filing.not_found', 'dwelling.not_found']).not.toContain(
        answer.error.code,
      )
  })

  it('a person who is staff elsewhere does not reach a case by it, and a party does not by being a party to another', async () => {
    const mixed = await town.join({ only: [{ role: 'tenant' }, { role: 'clerk', region: TANG }] })
    const answer = await mixed.call(routes.readFiling, { filingId: objects.filingId as string })
    expect(answer.error.code).toBe('filing.not_found')
  })
})
