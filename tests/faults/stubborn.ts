import type { Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import type { Hat, Me } from '@anju/shared/person/person'
import type * as z from 'zod'
import { request } from '../client'
import { citizenNumber, newId } from '../town'
import type { Machine } from './machine'

/** What a client remembers of one command that was answered with 200. */
export interface Acknowledged {
  route: string
  commandId: string
  /** The aggregate and the version that the answer told; an entry has version 1. */
  pk: string
  version: number
}

export interface Memory {
  acknowledged: Acknowledged[]
  /** Calls that ended without an answer or as busy, and were sent again. */
  interrupted: number
}

const ATTEMPTS = 3_000
const breathe = () => new Promise((resolve) => setTimeout(resolve, 10))

/** A client that never gives up: what gets no answer is sent again, word for word, until it has one. */
export class Stubborn {
  id = '' as Me['id']
  me!: Me
  private token = ''

  constructor(
    private readonly machine: Machine,
    private readonly memory: Memory,
    readonly identityNumber: string,
    readonly name: string,
  ) {}

  async call<R extends Route>(name: string, route: R, input: z.input<R['input']>): Promise<z.output<R['output']>> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const answer = await request(this.machine.base(), route, input, this.token || undefined).catch(() => undefined)
      if (answer?.status === 200) {
        this.remember(name, route, input as Record<string, unknown>, answer.value)
        return answer.value
      }
      if (answer && answer.status !== 503) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`)
      this.memory.interrupted++
      await breathe()
    }
    throw new Error(`${name} is never answered`)
  }

  /** WeChat's codes hold once: whoever hears nothing brings a new one. */
  private async logIn(): Promise<{ token: string; me: Me }> {
    const openid = `openid-${newId('cmd')}`
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const code = this.machine.wechat.loginCode(openid)
      const answer = await request(this.machine.base(), routes.logIn, { code }).catch(() => undefined)
      if (answer?.status === 200) return answer.value
      this.memory.interrupted++
      await breathe()
    }
    throw new Error('nobody is let in')
  }

  private remember(route: string, { writes }: Route, input: Record<string, unknown>, value: unknown): void {
    if (!writes || typeof input.commandId !== 'string') return
    const id = writes === 'me' ? this.id : String(input[writes])
    const pk = id.startsWith('ent_') ? `${this.id}#${id}` : id.startsWith('usr_') ? id : `${id.split('_')[1]}#${id}`
    const { version = 1 } = value as { version?: number }
    this.memory.acknowledged.push({ route, commandId: input.commandId, pk, version })
  }

  async enter(hats: Extract<Hat['role'], 'landlord' | 'sublandlord'>[]): Promise<this> {
    const { token, me } = await this.logIn()
    this.token = token
    this.id = me.id
    const identity = { realName: this.name, identityKind: 'citizen' as const, identityNumber: this.identityNumber }
    this.me = await this.call('setIdentity', routes.setIdentity, {
      commandId: newId('cmd'),
      version: me.version,
      ...identity,
    })
    for (const role of hats)
      this.me = await this.call('putOnHat', routes.putOnHat, {
        commandId: newId('cmd'),
        version: this.me.version,
        role,
      })
    return this
  }
}

let people = 300
export const stranger = (machine: Machine, memory: Memory, name: string): Stubborn =>
  new Stubborn(machine, memory, citizenNumber(++people), name)
