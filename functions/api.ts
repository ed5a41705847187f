import { type Handler, routerOf } from './http/router'
import { mounts } from './mounts'
import { openWorld, remembered } from './world'

/** The Lambda behind the HTTP API: all routes of the contract but the documents. */
export const handler: Handler = routerOf(mounts, remembered(openWorld), {
  '/openapi.json': async () => (await import('../docs/openapi.json')).default,
})
