import type { Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../faults/audit'
import { openStage } from '../faults/stage'
import { newId, openTown, type Town } from '../town'
import { Cast } from './cast'
import { Dice } from './dice'
import { codeOf, complaintsAbout } from './judge'
import { Known } from './known'
import { quietLog } from './log'
import { applyChanges, type Change, hostileChanges, onEdges, shrink } from './mutate'
import { odd } from './oddities'
import { type Call, displace, honestCall, type Stage } from './plan'
import { rightly } from './rightly'
import { Failures, Tally } from './tally'
import { type Watch, watch } from './watch'
import { asCurl, hangUp, routesAt, type Shot, send, shotOf } from './wire'

const CALLS = Number(process.env.FUZZ_CALLS ?? 20_000)
/** The same calls each time unless another seed is given. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_120)
const START = Date.parse('2026-11-20T02:00:00.000Z')
const RESTOCK_EVERY = 500
const COMPARE_EVERY = Math.max(1_000, Math.ceil(CALLS / 5))
const FORGOTTEN = new Set(['logOut', 'closeAccount', 'takeOffHat', 'revokeHat', 'grantHat', 'putOnHat', 'joinStaff'])
/** How calls are made, each as often as it stands here. */
const MANNERS = [
  ...new Array<'honest'>(8).fill('honest'),
  ...new Array<'displaced'>(3).fill('displaced'),
  ...new Array<'edge'>(4).fill('edge'),
  ...new Array<'hostile'>(4).fill('hostile'),
  'odd',
] as const
/** Routes with little to try, or that cost somebody the session. */
const FEWER = new Set(['readHealth', 'readMe', 'logOut', 'closeAccount'])
const all = Object.entries(routes as Record<string, Route>)

describe('the contract under fire', () => {
  let town: Town
  let watching: Watch
  let stage: Stage
  const log = quietLog()
  const tally = new Tally()
  const failures = new Failures()

  beforeAll(async () => {
    town = await openTown()
    town.setNow(new Date(START).toISOString())
    watching = await watch(town)
    const known = new Known()
    const cast = new Cast(town, known)
    await cast.assemble()
    stage = { town, cast, known, dice: new Dice(SEED), seed: SEED }
  }, 60_000)
  afterAll(async () => {
    log.restore()
    hangUp()
    watching.close()
    await town.close()
  })

  async function fire(shot: Shot) {
    const before = watching.writes
    const reply = await send(town.base, shot)
    const complaints = complaintsAbout(reply, routesAt(shot), watching.writes - before)
    return { reply, complaints, stack: complaints.length > 0 ? log.lastError() : '' }
  }

  function learn({ name, route, caller, input }: Call, text: string): void {
    const value = JSON.parse(text) as { next?: string }
    const makerId = route.writes ? caller.citizen?.id : undefined
    stage.known.learn(value, makerId)
    const { cursor: _cursor, ...asked } = input
    stage.known.remember(
      value.next === undefined
        ? undefined
        : { route: name, callerId: makerId ?? caller.citizen?.id, input: asked, cursor: value.next },
      input.commandId === undefined ? undefined : { route: name, callerId: caller.citizen?.id, input },
    )
  }

  /** The same call with the fewest of its changes for which the complaint stays. */
  async function smallest(call: Call, changes: readonly Change[], complaint: string): Promise<string> {
    let shot = shotOf(call.route, applyChanges(call.input, changes), call.caller.authorization)
    let last = shot
    const kept = await shrink(changes, async (fewer) => {
      const again = { ...call.input, ...('commandId' in call.input && { commandId: newId('cmd') }) }
      shot = shotOf(call.route, applyChanges(again, fewer), call.caller.authorization)
      const fails = (await fire(shot)).complaints.includes(complaint)
      if (fails) last = shot
      return fails
    })
    const told = kept.map(({ path, to }) => `${path.join('.')} = ${String(JSON.stringify(to)).slice(0, 120)}`)
    return `as ${call.caller.label}: ${asCurl(last)}\n    changed: ${told.join('; ') || 'nothing'}`
  }

  async function once(index: number): Promise<void> {
    const { dice, cast } = stage
    town.setNow(new Date(START + index * 1_000).toISOString())
    const drawn = dice.pick(all)
    const [name, route] = FEWER.has(drawn[0]) && dice.chance(0.7) ? dice.pick(all) : drawn
    const manner = dice.pick(MANNERS)
    let call = honestCall(name, route, stage)
    if (manner === 'displaced') call = displace(call, stage)
    if (dice.chance(0.12)) call = { ...call, caller: cast.anyone(dice) }
    const changes =
      manner === 'edge'
        ? onEdges(route, call.input, dice)
        : manner === 'hostile'
          ? hostileChanges(route, call.input, dice)
          : []
    const plain = shotOf(route, applyChanges(call.input, changes), call.caller.authorization)
    const shot = manner === 'odd' ? odd(plain, dice) : plain
    const { reply, complaints, stack } = await fire(shot)
    tally.add(name, codeOf(reply))
    for (const complaint of complaints)
      if (failures.add(name, complaint, stack))
        failures.illustrate(
          name,
          complaint,
          stack,
          manner === 'odd' ? `as ${call.caller.label}: ${asCurl(shot)}` : await smallest(call, changes, complaint),
        )
    if (reply.status === 200 && manner !== 'odd' && !route.produces)
      learn({ ...call, input: applyChanges(call.input, changes) }, reply.text)
    if (reply.status === 200 && FORGOTTEN.has(name)) {
      const target = cast.callerOf(call.input.userId)
      if (call.caller.citizen) await cast.mend(call.caller)
      if (target) await cast.mend(target)
    }
  }

  it(`answers ${CALLS} calls as declared, refuses without a trace, never fails`, { timeout: 600_000 }, async () => {
    const startedAt = performance.now()
    const strangers: string[] = []
    for (let index = 0; index < CALLS; index++) {
      if (index % RESTOCK_EVERY === 0) await stage.cast.restock()
      if (index % COMPARE_EVERY === COMPARE_EVERY - 1) strangers.push(...(await watching.differences()))
      await once(index)
    }
    strangers.push(...(await watching.differences()))
    // Behind the comparison: what WeChat tells us meanwhile is written by a function of its own.
    const actors = await openStage(town)
    for (const [name, route] of all.filter(([name]) => !tally.reached().includes(name))) {
      const meant = await rightly(name, actors)
      if (!meant) continue
      const { reply, complaints, stack } = await fire(shotOf(route, meant.input, `Bearer ${meant.who.token}`))
      tally.add(name, codeOf(reply))
      for (const complaint of complaints) failures.add(name, complaint, stack)
    }
    const seconds = (performance.now() - startedAt) / 1_000
    const reached = tally.reached()
    console.log(
      [
        `fuzz: seed ${SEED}, ${CALLS} calls in ${seconds.toFixed(1)} s, ${Math.round(CALLS / seconds)} a second, ${watching.writes} writes, ${watching.rowCount()} rows`,
        `fuzz: ${reached.length} of ${all.length} routes answered 200; by route:`,
        ...tally.lines(),
      ].join('\n'),
    )
    expect(failures.texts()).toEqual([])
    expect(strangers).toEqual([])
    expect((await audit(town.database.endpoint, town.tables)).faults).toEqual([])
    if (CALLS >= 20_000) expect(all.map(([name]) => name).filter((name) => !reached.includes(name))).toEqual([])
  })
})
