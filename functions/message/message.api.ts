import { partiesOf } from '@anju/shared/lease/lease'
import { viewMessage } from '@anju/shared/message/message'
import { messageRoutes } from '@anju/shared/message/message.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { read } from '../store/record'
import { listMessages } from './list-messages'
import { markMessagesRead } from './mark-messages-read'
import { messageRecord } from './message.store'
import { postMessage } from './post-message'

export const domain = {
  routes: messageRoutes,
  useCases: { listMessages, postMessage, markMessagesRead } satisfies Fulfilled<typeof messageRoutes>,
  reach: {
    msg: async (store, id) => {
      const message = await read(store, messageRecord, id)
      const lease = await read(store, leaseRecord, message.leaseId)
      return { parties: partiesOf(lease), region: undefined, subject: message }
    },
  },
  replay: {
    msg: async (id, { store }) => viewMessage(await read(store, messageRecord, id)),
  },
} satisfies Domain
