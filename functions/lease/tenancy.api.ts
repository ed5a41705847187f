import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { confirmAmendment } from './confirm-amendment'
import { confirmHandover } from './confirm-handover'
import { confirmSettlement } from './confirm-settlement'
import { declineAmendment } from './decline-amendment'
import { declineHandover } from './decline-handover'
import { giveNotice } from './give-notice'
import { listLeaseTexts } from './list-lease-texts'
import { proposeAmendment } from './propose-amendment'
import { proposeHandover } from './propose-handover'
import { proposeSettlement } from './propose-settlement'
import { readLeaseOverview } from './read-lease-overview'
import { readSettlementFacts } from './read-settlement-facts'
import { recordRefund } from './record-refund'
import { renewLease } from './renew-lease'

export const domain = {
  routes: tenancyRoutes,
  useCases: {
    proposeHandover,
    confirmHandover,
    declineHandover,
    proposeAmendment,
    confirmAmendment,
    declineAmendment,
    listLeaseTexts,
    renewLease,
    giveNotice,
    readLeaseOverview,
    readSettlementFacts,
    proposeSettlement,
    confirmSettlement,
    recordRefund,
  } satisfies Fulfilled<typeof tenancyRoutes>,
} satisfies Domain
