import { documentMounts } from '@anju/functions/document/document.mounts'
import { routerOf } from '@anju/functions/http/router'
import { mounts } from '@anju/functions/mounts'
import { dynamodb, dynamoStore } from '@anju/functions/store/store.dynamodb'
import type { Route } from '@anju/shared/contract/route'
import type * as z from 'zod'
import { listen, serveLambda } from '../../tools/lambda-server'
import { type Answer, request } from '../client'
import type { Citizen, Town } from '../town'
import { type FaultyProxy, faultyProxy } from './faulty-proxy'

/** A second API of the same town whose database lies behind the faulty proxy; the first one stays sound. */
export interface BehindProxy {
  proxy: FaultyProxy
  call<R extends Route>(who: Citizen | undefined, route: R, input: z.input<R['input']>): Promise<Answer<R>>
  close(): Promise<void>
}

/** Opens one for a piece of work and closes it. */
export async function withProxy(town: Town, work: (behind: BehindProxy) => Promise<void>): Promise<void> {
  const behind = await behindProxy(town)
  try {
    await work(behind)
  } finally {
    await behind.close()
  }
}

async function behindProxy(town: Town): Promise<BehindProxy> {
  const proxy = await faultyProxy(town.database.endpoint)
  const world = { ...town.world, store: dynamoStore(dynamodb(proxy.endpoint), town.tables) }
  const server = serveLambda(routerOf([...mounts, ...documentMounts], async () => world))
  const base = await listen(server)
  return {
    proxy,
    call: (who, route, input) => request(base, route, input, who?.token),
    async close() {
      await new Promise((resolve) => server.close(resolve).closeAllConnections())
      await proxy.close()
    },
  }
}
