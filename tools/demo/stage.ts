import { billsOfLease } from '@anju/functions/bill/bill.store'
import { issueBills } from '@anju/functions/bill/issue-bills'
import { dueOf } from '@anju/functions/due/due'
import type { World } from '@anju/functions/http/router'
import { openSession } from '@anju/functions/http/session'
import type { Context, Domain } from '@anju/functions/http/use-case'
import { mounts } from '@anju/functions/mounts'
import { personRecord } from '@anju/functions/person/person.store'
import { sealIdentity, sealPhone } from '@anju/functions/person/seal'
import { save } from '@anju/functions/store/record'
import type { Row } from '@anju/functions/store/store'
import type { ContentCheck } from '@anju/functions/wechat/content-check'
import type { BillCard } from '@anju/shared/bill/bill.card'
import type { Route, Routes } from '@anju/shared/contract/route'
import type { Day } from '@anju/shared/day'
import { composeId, type IdKind, kindOf, type LeaseId, regionOf } from '@anju/shared/id'
import type { Person } from '@anju/shared/person/person'
import { ulid } from 'ulid'
import type * as z from 'zod'
import type { Persona } from './cast'

/** A small generator with a fixed start: the same town every time. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** An hour of a day in Shanghai as an instant. */
export const at = (day: Day, hour = 10) =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000).toISOString()
export const openidOf = (persona: Persona) => `demo-${persona.key}`

/** What happened in the past was looked at then. */
const PASSED: ContentCheck = { text: async () => 'pass', picture: async () => 'pass' }

/** Where the demo town is played: the real use cases, each as somebody and on a day of the past. */
export interface Stage {
  random: () => number
  newId: <K extends IdKind>(kind: K, now: string, region?: string) => ReturnType<typeof composeId<K>>
  enter(persona: Persona, now: string): Promise<void>
  /** The bills of a signed lease until a day, each made on its morning. */
  bill: (leaseId: LeaseId, until: Day) => Promise<BillCard[]>
  act: <T extends Routes, N extends keyof T & string>(
    who: string,
    routes: T,
    name: N,
    input: Omit<z.input<T[N]['input']>, 'commandId'>,
    now: string,
  ) => Promise<z.output<T[N]['output']>>
}

export async function openStage({ store, secrets, wechat, pay, files }: World): Promise<Stage> {
  const random = mulberry(310115125)
  const people = new Map<string, { person: Person; sessionId: string }>()
  const domains: Domain[] = await Promise.all(mounts.map((mount) => mount.load()))
  const newId: Stage['newId'] = (kind, now, region) => composeId(kind, ulid(Date.parse(now), random), region)
  return {
    random,
    newId,
    async enter(persona, now) {
      const identity = sealIdentity(secrets, 'citizen', persona.identityNumber)
      if ('message' in identity) throw new Error(`${persona.name}: ${identity.message}`)
      const person: Person = {
        id: newId('usr', now),
        version: 1,
        createdAt: now,
        revisedAt: now,
        openidIndex: secrets.index('openid', openidOf(persona)),
        realName: persona.name,
        identityKind: 'citizen',
        identity,
        phone: sealPhone(secrets, persona.phone),
        hats: persona.hats,
      }
      const { change } = await openSession(person.id, openidOf(persona), secrets, now)
      await store.commit([
        ...save(personRecord, undefined, person, { kind: 'person.joined', by: person.id, now }),
        change,
      ])
      const sessionId = ('put' in change ? change.put.sk : '').slice('session#'.length)
      people.set(persona.key, { person, sessionId })
    },
    async bill(leaseId, until) {
      const pk = `${regionOf(leaseId).slice(0, 6)}#due`
      for (;;) {
        const rows = await store.query('state', { pk, from: '0', to: `${until}~`, limit: 1_000 })
        const row = rows.find(({ sk }) => sk.endsWith(`#bill#${leaseId}`))
        if (!row) break
        const due = dueOf(row) as Parameters<typeof issueBills>[0]
        const now = at(due.day, 21)
        const cause = (kind: string) => ({ kind, by: 'system' as const, now })
        await issueBills(due, { store, secrets, wechat, pay, now, today: due.day, cause })
      }
      const bills = await store.query<BillCard & Row>('state', { ...billsOfLease(leaseId), limit: 100 })
      return bills
    },
    async act(who, routes, name, input, now) {
      const route = routes[name] as Route
      const commandId = newId('cmd', now)
      const parsed = route.input.parse({ ...(input as object), commandId }) as Record<string, unknown>
      const { person, sessionId } = people.get(who) as { person: Person; sessionId: string }
      const id = route.subject ? String(parsed[route.subject]) : undefined
      const reach = id ? domains.map((domain) => domain.reach?.[kindOf(id)]).find(Boolean) : undefined
      const context = {
        actor: { userId: person.id, sessionId, person, holderId: person.id },
        now,
        subject: id && reach ? (await reach(store, id)).subject : id,
        store,
        secrets,
        wechat: { ...wechat, content: PASSED },
        pay,
        files,
        cause: (kind: string) => ({ kind, by: person.id, now, commandId }),
      } as unknown as Context
      const useCase = domains.map((domain) => domain.useCases[name]).find(Boolean) as (
        input: unknown,
        context: unknown,
      ) => Promise<unknown>
      return route.output.parse(await useCase(parsed, context)) as never
    },
  }
}
