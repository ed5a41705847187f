import { pathNames, type Route } from '@anju/shared/contract/route'
import type { IdKind } from '@anju/shared/id'
import { ID_KINDS, isLocal, kindOf } from '@anju/shared/id'
import fc from 'fast-check'
import { arbitraryOf, schemaOf } from '../arbitrary'
import { newId, type Town, ZHANGJIANG } from '../town'
import type { Caller, Cast } from './cast'
import type { Dice } from './dice'
import type { Known, Thing } from './known'
import { makeSense } from './sense'

export interface Call {
  name: string
  route: Route
  caller: Caller
  input: Record<string, unknown>
}
export interface Stage {
  town: Town
  cast: Cast
  known: Known
  dice: Dice
  seed: number
}

/** In which state a route finds its thing when it is called rightly. */
const WANTED: Record<string, string> = {
  withdrawListing: 'published',
  requestRental: 'published',
  readListing: 'published',
  declineRequest: 'open',
  withdrawInvitation: 'open',
  withdrawRequest: 'open',
  drawUpLease: 'open',
  reviseLease: 'offered',
  signLease: 'offered',
  declineLease: 'offered',
  withdrawLease: 'offered',
  offerLease: 'draft',
  proposeHandover: 'signed',
  confirmHandover: 'notice',
  declineHandover: 'notice',
  proposeAmendment: 'active',
  confirmAmendment: 'active',
  declineAmendment: 'active',
  renewLease: 'active',
  giveNotice: 'active',
  proposeSettlement: 'ended',
  confirmSettlement: 'ended',
  recordRefund: 'settled',
  checkFiling: 'signed',
  submitFiling: 'signed',
  addBill: 'signed',
  recordPayment: 'issued',
  addCharge: 'issued',
  cancelBill: 'issued',
  takeFiling: 'submitted',
  handOverFiling: 'in_review',
  withdrawFiling: 'submitted',
  resubmitFiling: 'supplement',
  approveFiling: 'in_review',
  certifyFiling: 'approved',
  returnFiling: 'in_review',
  rejectFiling: 'in_review',
}

/** The kind of id that a field takes, from its pattern; undefined where it takes none. */
const idKinds = new Map<Route, Map<string, IdKind>>()
function idKindsOf(route: Route): Map<string, IdKind> {
  const kinds = idKinds.get(route) ?? new Map<string, IdKind>()
  if (!idKinds.has(route))
    for (const [field, schema] of Object.entries(schemaOf(route.input).properties ?? {})) {
      const kind = /^\^([a-z]{3})_/.exec(schema.pattern ?? '')?.[1]
      if (kind) kinds.set(field, kind as IdKind)
    }
  idKinds.set(route, kinds)
  return kinds
}

const drawn = new Map<string, Record<string, unknown>[]>()
/** The next input that fits the schema of a route, from fast-check. */
function draw(name: string, route: Route, { dice }: Stage): Record<string, unknown> {
  const waiting = drawn.get(name) ?? []
  if (waiting.length === 0)
    waiting.push(...(fc.sample(arbitraryOf(route.input), { seed: dice.int(2 ** 31), numRuns: 60 }) as typeof waiting))
  drawn.set(name, waiting)
  return { ...waiting.pop() }
}

/** Whoever may call: the parties of the thing first, the clerk who took it before others. */
function callerFor(route: Route, thing: Thing | undefined, { cast, dice }: Stage): Caller {
  const admitted = cast.admitted(route)
  const taker = admitted.find(({ citizen }) => citizen && citizen.id === thing?.value.takenBy)
  const signed = ((thing?.value.signatures ?? []) as { by: string }[]).map(({ by }) => by)
  const parties = admitted.filter(({ citizen }) => citizen && thing?.parties.has(citizen.id))
  const unsigned = parties.filter(({ citizen }) => !signed.includes(citizen?.id ?? ''))
  if (taker && dice.chance(0.8)) return taker
  if (parties.length > 0 && dice.chance(0.9)) return dice.pick(unsigned.length > 0 ? unsigned : parties)
  return admitted.length > 0 ? dice.pick(admitted) : cast.anyone(dice)
}

/** A call as an honest client would make it, as far as the fuzzer knows. */
export function honestCall(name: string, route: Route, stage: Stage): Call {
  const { known, dice, town } = stage
  const input = draw(name, route, stage)
  const inPath = pathNames(route.path)
  const present = new Set(stage.cast.admitted(route).map(({ citizen }) => citizen?.id ?? ''))
  let thing: Thing | undefined
  for (const [field, kind] of idKindsOf(route)) {
    if (field === 'commandId') continue
    if (field === route.writes && !inPath.includes(field)) {
      input[field] = newId(kind, isLocal(kind) ? ZHANGJIANG : undefined)
      continue
    }
    const found = known.some(kind, WANTED[name], present, dice)
    if (found) input[field] = found.id
    if (found && (field === route.writes || field === route.subject || !thing)) thing = found
  }
  const caller = callerFor(route, thing, stage)
  const today = town.world.now().slice(0, 10)
  makeSense(Object.keys(route.input.shape), { route: name, input, known, dice, today, wechat: town.wechat })
  if ('version' in route.input.shape) {
    const own = route.writes === undefined || route.writes === 'me'
    input.version = (own ? known.get(caller.citizen?.id)?.version : thing?.version) ?? 1
  }
  return { name, route, caller, input }
}

/** Old versions, cursors and commands of others, ids of another kind: right in form, wrong in place. */
export function displace(call: Call, { known, dice, cast }: Stage): Call {
  const input = { ...call.input }
  let { caller } = call
  const choice = dice.int(6)
  if (choice === 0) caller = cast.anyone(dice)
  if (choice === 1 && 'version' in input) input.version = Math.max(1, Number(input.version) + dice.pick([-1, -2, 1, 7]))
  if (choice === 2 && 'cursor' in call.route.input.shape) {
    const page = dice.recent(dice.chance(0.6) ? known.pages.filter(({ route }) => route === call.name) : known.pages)
    if (page && dice.chance(0.6)) {
      Object.assign(input, page.input)
      caller = cast.callerOf(page.callerId) ?? caller
    }
    if (page) input.cursor = dice.chance(0.3) ? forge(page.cursor, dice) : page.cursor
  }
  if (choice === 3) {
    const past = dice.recent(known.commands.filter(({ route }) => dice.chance(0.1) || route === call.name))
    if (past && dice.chance(0.5)) {
      Object.assign(input, past.input)
      caller = cast.callerOf(past.callerId) ?? caller
    } else if (past) input.commandId = past.input.commandId
  }
  if (choice >= 4)
    for (const [field, value] of Object.entries(input))
      if (typeof value === 'string' && /^[a-z]{3}_/.test(value) && dice.chance(0.4)) {
        const same = dice.chance(0.6) ? kindOf(value) : dice.pick(ID_KINDS)
        const beside = Object.values(input).filter((each) => typeof each === 'string' && kindOf(each) === same)
        input[field] = dice.chance(0.2) ? dice.recent(beside) : (dice.recent(known.of(same))?.id ?? value)
      }
  return { ...call, caller, input }
}

function forge(cursor: string, dice: Dice): string {
  const at = dice.int(cursor.length)
  return cursor.slice(0, at) + dice.pick(['A', 'z', '.', '-', '']) + cursor.slice(at + 1)
}
