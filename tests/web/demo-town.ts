import { documentMounts } from '@anju/functions/document/document.mounts'
import { routerOf } from '@anju/functions/http/router'
import { mounts } from '@anju/functions/mounts'
import { streamOver } from '@anju/functions/stream'
import type { Route } from '@anju/shared/contract/route'
import { dayAt } from '@anju/shared/day'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import type * as z from 'zod'
import { PERSONAS, type Persona } from '../../tools/demo/cast.ts'
import { seedTown } from '../../tools/demo/seed.ts'
import { openidOf } from '../../tools/demo/stage.ts'
import { listen, serveLambda } from '../../tools/lambda-server.ts'
import { personaSwitcher } from '../../tools/sandbox/personas.ts'
import { staticFiles } from '../../tools/static-files.ts'
import { pumpStream } from '../../tools/stream-pump.ts'
import { request } from '../client.ts'
import { openTown, type Town } from '../town.ts'

/** The demo town as `npm start` shows it, with a database of its own. */
export interface DemoTown extends Town {
  /** A single-use code of wx.login for one of the demo people. */
  loginCodeOf(key: string): string
  /** Reads or does something as one of them. */
  as<R extends Route>(key: string, route: R, input: z.input<R['input']>): Promise<z.output<R['output']>>
}

const NOTICE_POLL_MILLIS = 50

export const personaOf = (key: string): Persona => {
  const persona = PERSONAS.find((each) => each.key === key)
  if (!persona) throw new Error(`the demo town has no ${key}`)
  return persona
}

/** With a folder the town also serves this browser build, beside the persona switcher. */
export async function openDemoTown(dist?: string): Promise<DemoTown> {
  const town = await openTown()
  await seedTown(town.world, dayAt(town.world.now()))
  const { database, tables, world, wechat } = town
  const stopStream = await pumpStream(
    database.endpoint,
    tables.journal,
    streamOver(() => world),
    NOTICE_POLL_MILLIS,
  )
  let base = ''
  const asides = dist ? [personaSwitcher(wechat, town.wechatPay, () => base), staticFiles(dist)] : []
  const server = serveLambda(
    routerOf([...mounts, ...documentMounts], async () => world),
    asides,
  )
  base = await listen(server)

  const tokens = new Map<string, string>()
  const loginCodeOf = (key: string) => wechat.loginCode(openidOf(personaOf(key)))
  const demo: DemoTown = {
    ...town,
    base,
    loginCodeOf,
    async as(key, route, input) {
      const token = tokens.get(key) ?? (await request(base, personRoutes.logIn, { code: loginCodeOf(key) })).value.token
      tokens.set(key, token)
      return (await request(base, route, input, token)).value
    },
    async close() {
      stopStream()
      await new Promise((resolve) => server.close(resolve).closeAllConnections())
      await town.close()
    },
  }
  await untilTold(demo)
  return demo
}

/** The notices follow the journal: until the landlord was told of the request that ended the seed. */
async function untilTold(demo: DemoTown): Promise<void> {
  const asked = (await demo.as('chen', leaseRoutes.listRequests, { side: 'received' })).items
  const last = asked.find(({ status }) => status === 'open')
  while (last && !(await isTold(demo, last.id))) await new Promise((resolve) => setTimeout(resolve, NOTICE_POLL_MILLIS))
}

/** Whether the landlord has a notice of it, on whichever page: what fell due while the town was seeded is newer. */
async function isTold(demo: DemoTown, id: string, cursor?: string): Promise<boolean> {
  const page = await demo.as('chen', noticeRoutes.listNotices, { limit: 50, ...(cursor && { cursor }) })
  return page.items.some(({ about }) => about.id === id) || (page.next ? isTold(demo, id, page.next) : false)
}
