import { pathNames, type Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { NOT_FOUND } from '@anju/shared/errors'
import { ID_KINDS, isLocal, kindOf } from '@anju/shared/id'
import { TEAM_ROLES, type TeamRole } from '@anju/shared/person/role'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleInput } from './arbitrary'
import { letHome } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

type Things = Record<string, string>

/** Every route that admits a team role × that role × one's own holder, another holder, and nobody's header. */
describe('access of staff', () => {
  let town: Town
  let own: Things
  let others: Things
  const staff = new Map<TeamRole, Citizen>()

  beforeAll(async () => {
    town = await openTown()
    const holders = [
      await town.join({ hats: [{ role: 'sublandlord' }] }),
      await town.join({ hats: [{ role: 'sublandlord' }] }),
    ]
    const [mine, other] = holders as [Citizen, Citizen]
    own = { ...(await letHome(town, mine, await town.join())), holderId: mine.id }
    others = { ...(await letHome(town, other, await town.join())), holderId: other.id }
    for (const role of TEAM_ROLES) staff.set(role, await town.join({ hats: [{ role, holderId: mine.id }] }))
  })
  afterAll(() => town.close())

  const admitted = (Object.entries(routes) as [string, Route][]).flatMap(([name, route], index) =>
    TEAM_ROLES.filter((role) => route.access !== 'anyone' && route.access.includes(role)).map(
      (role) => [name, role, route, index] as const,
    ),
  )
  const subjects = admitted.filter(([, , route]) => route.subject && route.subject !== 'regionCode')

  function freshId(route: Route, field: string): string {
    const taken = ID_KINDS.map((kind) => newId(kind, isLocal(kind) ? ZHANGJIANG : undefined))
    return taken.find((id) => route.input.shape[field]?.safeParse(id).success) as string
  }
  /** The things of one holder where the route names them; versions long past, so that nothing is changed. */
  function inputFor(route: Route, index: number, things: Things) {
    const made = route.writes && !pathNames(route.path).includes(route.writes) ? route.writes : undefined
    const fixed = {
      ...things,
      address: { townCode: ZHANGJIANG, road: '藿香路', lane: '1弄', number: `${index}号`, room: '1室' },
      rooms: [{ roomNo: 'A', originalUse: 'bedroom', usableAreaSquareMetres: 12 }],
      commandId: commandId(),
      version: 900_000,
      reversalId: newId('ent'),
      cursor: undefined,
      limit: undefined,
      ...(made && made !== 'me' && { [made]: freshId(route, made) }),
    }
    return sampleInput(route.input, index, fixed) as never
  }
  const acting = (role: TeamRole) => (staff.get(role) as Citizen).actingFor(own.holderId as string)
  const missing = (route: Route, things: Things) => NOT_FOUND[kindOf(things[route.subject as string] as string)]
  const codeIn = (answer: { status: number; error: { code: string } }) =>
    answer.status === 200 ? '200' : answer.error.code

  it('is looked at for many routes', () => {
    expect(subjects.length).toBeGreaterThan(20)
  })

  it.each(subjects)('%s as a %s reaches what the holder has', async (_name, role, route, index) => {
    const code = codeIn(await acting(role).call(route, inputFor(route, index, own)))
    expect([missing(route, own), 'access.holder', 'access.region', 'session.expired']).not.toContain(code)
  })
  it.each(subjects)('%s as a %s does not reach what another holder has', async (_name, role, route, index) => {
    const code = codeIn(await acting(role).call(route, inputFor(route, index, others)))
    expect(code).toBe(missing(route, others))
  })
  it.each(subjects)('%s as a %s who acts for themselves reaches nothing of it', async (_name, role, route, index) => {
    const code = codeIn(await (staff.get(role) as Citizen).call(route, inputFor(route, index, own)))
    expect(code).toBe(route.access.includes('tenant') ? missing(route, own) : 'access.role')
  })
  it.each(admitted)('%s as a %s for a holder who is not theirs', async (_name, role, route, index) => {
    const stranger = (staff.get(role) as Citizen).actingFor(others.holderId as string)
    expect(codeIn(await stranger.call(route, inputFor(route, index, others)))).toBe('access.holder')
  })
  it.each(admitted.filter(([, , { method, subject }]) => method === 'GET' && !subject))(
    '%s as a %s tells of the holder alone',
    async (_name, role, route, index) => {
      const answers = [
        { things: others, answer: await acting(role).call(route, inputFor(route, index, own)) },
        { things: own, answer: await (staff.get(role) as Citizen).call(route, inputFor(route, index, own)) },
      ]
      for (const { things, answer } of answers) {
        const text = JSON.stringify(answer.status === 200 ? answer.value : answer.error)
        // Their own hats name the holder for whom they work.
        for (const [field, id] of Object.entries(things)) if (field !== 'holderId') expect(text).not.toContain(id)
      }
    },
  )
})
