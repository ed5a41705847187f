import { type Handler, routerOf } from './http/router'
import { mounts } from './mounts'
import { openWorld } from './world'

let world: ReturnType<typeof openWorld> | undefined

/** The Lambda behind the HTTP API: all routes of the contract. */
export const handler: Handler = routerOf(
  mounts,
  () => {
    world ??= openWorld().catch((error: unknown) => {
      world = undefined // the next request tries again
      throw error
    })
    return world
  },
  { '/openapi.json': async () => (await import('../docs/openapi.json')).default },
)
