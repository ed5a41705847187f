import { createHash } from 'node:crypto'
import type { Route } from '@anju/shared/contract/route'
import type { Instant } from '@anju/shared/day'
import { DomainError, NOT_FOUND } from '@anju/shared/errors'
import { type CommandId, kindOf } from '@anju/shared/id'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Files } from '../files/files'
import type { Secrets } from '../secret/secrets'
import { type Change, Conflict, type Store } from '../store/store'
import type { WechatPay } from '../wechat/pay/pay'
import type { Wechat } from '../wechat/wechat'
import { admit, withinReach } from './authorize'
import { actsFor, bearer, parseInput } from './input'
import type { Mount } from './mount'
import { authenticate, namedBy } from './session'
import type { Actor, Context, Domain, Reach } from './use-case'

/** The world outside of a function. */
export interface World {
  store: Store
  secrets: Secrets
  wechat: Wechat
  files: Files
  /** @throws payment.not_offered */
  pay: () => Promise<WechatPay>
  now: () => string
  /** Where the pages are in a browser (https://…); absent while the operator has no address of its own. */
  site?: string | undefined
}

/** What is remembered of a request while it runs, for its log line. */
export interface Seen {
  actor?: Actor | undefined
  readUnits: number
  writeUnits: number
  events: string[]
}

export type Answer = (name: string, domain: Domain, event: APIGatewayProxyEventV2, seen: Seen) => Promise<unknown>

const isThing = (id: string): boolean => kindOf(id) in NOT_FOUND

/** How long a command is remembered: longer than any client repeats one. */
const COMMAND_DAYS = 90
const commandKey = ({ userId }: Actor, commandId: CommandId) => ({ pk: userId, sk: `command#${commandId}` })

/**
 * A store whose commit also writes the command down: what was done under its id is not done again. Where one command takes
 * several commits, since the world outside is asked between them, the first one writes it down; whoever reads the aggregate
 * carries on from there.
 */
function remembering(store: Store, actor: Actor, commandId: CommandId, digest: string, now: Instant): Store {
  const expires = Math.floor(Date.parse(now) / 1000) + COMMAND_DAYS * 86_400
  const done: Change = {
    table: 'state',
    put: { ...commandKey(actor, commandId), digest, expires },
    when: 'absent',
    refusal: 'request.command_reused',
  }
  let written = false
  return {
    ...store,
    commit: async (changes) => {
      await store.commit(written ? changes : [...changes, done])
      written = true
    },
  }
}

/** How one request is answered: session, role, input, subject within reach, use case, declared output. */
export function answerOver(mounts: Mount[], world: () => Promise<World>): Answer {
  const domainFor = (kind: string) => {
    const mount = mounts.find(({ kinds }) => kinds?.includes(kind))
    if (!mount) throw new Error(`no domain answers for ${kind}`)
    return mount.load()
  }
  const reachFor = async (store: Store, id: string): Promise<Reach> => {
    if (!isThing(id)) return { parties: [], region: id, subject: id }
    const reach = (await domainFor(kindOf(id))).reach?.[kindOf(id)]
    if (!reach) throw new Error(`nothing reads ${kindOf(id)}`)
    return reach(store, id)
  }

  /** Where a command failed because it was done before: what reading its aggregate gives. */
  async function repeated(route: Route, input: Record<string, unknown>, digest: string, context: Context) {
    const { actor, store } = context as { actor: Actor; store: Store }
    const past = await store.get<{ digest: string }>('state', commandKey(actor, input.commandId as CommandId))
    if (!past) return undefined
    if (past.digest !== digest) throw new DomainError('request.command_reused')
    const id = route.writes === 'me' ? actor.userId : String(input[route.writes as string])
    const replay = (await domainFor(kindOf(id))).replay?.[kindOf(id)]
    return replay && { answer: await replay(id, context) }
  }

  return async (name, domain, event, seen) => {
    const route = domain.routes[name] as Route
    const { store: uncounted, secrets, wechat, files, pay, now: clock, site } = await world()
    const store = uncounted.counting((kind, units) => {
      seen[kind === 'read' ? 'readUnits' : 'writeUnits'] += units
    })
    const now = clock()
    const { input, refusal } = parseInput(route, event)
    const named = route.access === 'anyone' ? undefined : await namedBy(bearer(event), secrets, now)
    // The subject is read beside the session; what was read is looked at only when the session holds.
    const reaching = named && route.subject ? reachFor(store, String(input[route.subject])) : undefined
    reaching?.catch(() => {})
    const actor = named && (await authenticate(named, actsFor(event), store, now))
    seen.actor = actor
    if (actor) admit(route, actor)
    if (refusal) throw refusal
    let subject: unknown
    if (actor && reaching && route.subject) {
      const reach = await reaching
      const id = String(input[route.subject])
      withinReach(route, actor, reach, NOT_FOUND[kindOf(id)] ?? 'access.region')
      subject = reach.subject
    }
    const commandId = input.commandId as CommandId | undefined
    const digest = commandId && digestOf(secrets, name, input)
    const context = {
      actor,
      now,
      subject,
      store: actor && commandId && digest ? remembering(store, actor, commandId, digest, now) : store,
      secrets,
      wechat,
      files,
      pay,
      site,
      cause: (kind: string) => {
        seen.events.push(kind)
        return { kind, by: actor?.userId ?? 'system', now, ...(commandId && { commandId }), ...(digest && { digest }) }
      },
    } as Context
    const useCase = domain.useCases[name] as (input: unknown, context: unknown) => Promise<unknown>
    try {
      return route.output.parse(await useCase(input, context))
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof DomainError)) throw error
      const done =
        route.writes && actor && digest ? await repeated(route, input, digest, { ...context, store }) : undefined
      if (done) return route.output.parse(done.answer)
      throw error instanceof Conflict ? new DomainError(error.refusal ?? 'request.changed') : error
    }
  }
}

function digestOf(secrets: Secrets, name: string, { commandId: _command, ...input }: Record<string, unknown>): string {
  const content = createHash('sha256').update(JSON.stringify([name, input]))
  return secrets.index('command', content.digest('base64url'))
}
