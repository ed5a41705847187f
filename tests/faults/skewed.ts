import { documentMounts } from '@anju/functions/document/document.mounts'
import { routerOf } from '@anju/functions/http/router'
import { mounts } from '@anju/functions/mounts'
import type { Route } from '@anju/shared/contract/route'
import type * as z from 'zod'
import { listen, serveLambda } from '../../tools/lambda-server'
import { type Answer, request } from '../client'
import type { Citizen, Town } from '../town'

/** An API of the same town whose clock goes wrong by so many milliseconds. */
export interface Skewed {
  base: string
  call<R extends Route>(who: Pick<Citizen, 'token'>, route: R, input: z.input<R['input']>): Promise<Answer<R>>
  close(): Promise<void>
}

export async function skewedApi(town: Town, millis: number): Promise<Skewed> {
  const world = { ...town.world, now: () => new Date(Date.parse(town.world.now()) + millis).toISOString() }
  const server = serveLambda(routerOf([...mounts, ...documentMounts], async () => world))
  const base = await listen(server)
  return {
    base,
    call: (who, route, input) => request(base, route, input, who.token),
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
}
