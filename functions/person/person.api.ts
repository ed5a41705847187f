import { viewMe } from '@anju/shared/person/person'
import { personRoutes } from '@anju/shared/person/person.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { bindPhone } from './bind-phone'
import { closeAccount } from './close-account'
import { grantHat } from './grant-hat'
import { logIn } from './log-in'
import { logOut } from './log-out'
import { personRecord } from './person.store'
import { putOnHat } from './put-on-hat'
import { readMe } from './read-me'
import { revokeHat } from './revoke-hat'
import { setIdentity } from './set-identity'
import { takeOffHat } from './take-off-hat'

export const domain = {
  routes: personRoutes,

  useCases: {
    logIn,
    logOut,
    readMe,
    setIdentity,
    bindPhone,
    putOnHat,
    takeOffHat,
    closeAccount,
    grantHat,
    revokeHat,
  } satisfies Fulfilled<typeof personRoutes>,
  replay: { usr: async (id, { store }) => viewMe(await read(store, personRecord, id)) },
} satisfies Domain
