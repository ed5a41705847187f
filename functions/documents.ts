import { documentMounts } from './document/document.mounts'
import { type Handler, routerOf } from './http/router'
import { mounts } from './mounts'
import { openReadingWorld, remembered } from './world'

/** The other domains answer for the ids that documents are about, not for their routes. */
const asked = mounts.map((mount) => ({ ...mount, under: [] }))

/** The Lambda that prints: its parts are heavy and its rights are to read. */
export const handler: Handler = routerOf([...documentMounts, ...asked], remembered(openReadingWorld))
