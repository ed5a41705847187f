import { regionOf, type UpkeepId } from '@anju/shared/id'
import { whoIs } from '@anju/shared/repair/repair'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import { workRoutes } from '@anju/shared/repair/work.routes'
import type { Context, Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { acceptRepair } from './accept-repair'
import { addRepairNote } from './add-repair-note'
import { answerClaim } from './answer-claim'
import { answerQuote } from './answer-quote'
import { arrangeVisit } from './arrange-visit'
import { arriveForRepair } from './arrive-for-repair'
import { assignRepair } from './assign-repair'
import { bookRepairCost } from './book-repair-cost'
import { claimSelfRepair } from './claim-self-repair'
import { confirmRepair } from './confirm-repair'
import { declineRepair } from './decline-repair'
import { finishRepair } from './finish-repair'
import { listChecks } from './list-checks'
import { listRepairs } from './list-repairs'
import { listUpkeep } from './list-upkeep'
import { quoteRepair } from './quote-repair'
import { rateRepair } from './rate-repair'
import { readRepair } from './read-repair'
import { readUpkeep } from './read-upkeep'
import { recordCheck } from './record-check'
import { repairRecord } from './repair.store'
import { reportRepair } from './report-repair'
import { takeRepair } from './take-repair'
import { readUpkeepOf, viewUpkeep } from './upkeep.store'
import { viewRepair } from './view-repair'
import { withdrawRepair } from './withdraw-repair'

type Signed = Context & { actor: NonNullable<Context['actor']> }

export const domain = {
  routes: { ...repairRoutes, ...workRoutes, ...upkeepRoutes },
  useCases: {
    reportRepair,
    listRepairs,
    readRepair,
    acceptRepair,
    declineRepair,
    withdrawRepair,
    assignRepair,
    arrangeVisit,
    answerQuote,
    confirmRepair,
    rateRepair,
    addRepairNote,
    bookRepairCost,
    claimSelfRepair,
    answerClaim,
    takeRepair,
    arriveForRepair,
    quoteRepair,
    finishRepair,
    readUpkeep,
    recordCheck,
    listChecks,
    listUpkeep,
  } satisfies Fulfilled<typeof repairRoutes & typeof workRoutes & typeof upkeepRoutes>,
  reach: {
    rep: async (store, id) => {
      const repair = await read(store, repairRecord, id)
      return { parties: whoIs(repair), region: regionOf(repair.id), subject: repair }
    },
    upk: async (store, id) => {
      const upkeep = await readUpkeepOf(store, id as UpkeepId, new Date().toISOString())
      return { parties: [upkeep.holderId], region: regionOf(upkeep.id), subject: upkeep }
    },
  },
  replay: {
    rep: async (id, context) => viewRepair(await read(context.store, repairRecord, id), context as Signed),
    upk: async (id, { store, now }) => viewUpkeep(await readUpkeepOf(store, id as UpkeepId, now), now),
  },
} satisfies Domain
