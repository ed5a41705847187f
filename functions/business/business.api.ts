import { holderOf } from '@anju/shared/business/business'
import { businessRoutes } from '@anju/shared/business/business.routes'
import { staffRoutes } from '@anju/shared/business/staff.routes'
import type { BusinessId } from '@anju/shared/id'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { readStanding, viewBusiness } from './business.store'
import { changeStaff } from './change-staff'
import { inviteStaff } from './invite-staff'
import { joinStaff } from './join-staff'
import { leaveHolder } from './leave-holder'
import { listHolders } from './list-holders'
import { listStaff } from './list-staff'
import { openInvitation } from './open-invitation'
import { readBusiness } from './read-business'
import { removeStaff } from './remove-staff'
import { setBusiness } from './set-business'
import { invitationRecord, viewInvitation } from './staff.store'
import { withdrawInvitation } from './withdraw-invitation'

export const domain = {
  routes: { ...businessRoutes, ...staffRoutes },
  useCases: {
    setBusiness,
    readBusiness,
    inviteStaff,
    withdrawInvitation,
    openInvitation,
    joinStaff,
    listStaff,
    changeStaff,
    removeStaff,
    leaveHolder,
    listHolders,
  } satisfies Fulfilled<typeof businessRoutes & typeof staffRoutes>,
  reach: {
    // Whose it is stands in the id; there is nothing to read.
    biz: async (_store, id) => ({ parties: [holderOf(id as BusinessId)], region: undefined, subject: id }),
    inv: async (store, id) => {
      const invitation = await read(store, invitationRecord, id)
      return { parties: [invitation.holderId], region: undefined, subject: invitation }
    },
  },
  replay: {
    biz: async (id, { store, now }) => {
      const holderId = holderOf(id as BusinessId)
      return viewBusiness(holderId, await readStanding(store, holderId), now)
    },
    inv: async (id, { store, secrets, now }) => viewInvitation(secrets, now, await read(store, invitationRecord, id)),
  },
} satisfies Domain
