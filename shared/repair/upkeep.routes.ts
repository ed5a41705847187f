import * as z from 'zod'
import { declare, making, page, paging } from '../contract/route'
import { Day } from '../day'
import { CheckId, UpkeepId } from '../id'
import { HOLDING, HOME_KEEPERS } from '../person/role'
import { RuleHit } from '../rule'
import { Check, CheckFacts, CheckKind, Upkeep } from './upkeep'

/** The upkeep of a home with what is due. */
export const UpkeepView = Upkeep.omit({ version: true }).extend({
  version: z.int().min(0),
  tasks: z.array(
    z.object({
      kind: CheckKind,
      lastOn: Day.optional(),
      passed: z.boolean().optional(),
      until: Day.optional().meta({ description: 'the last day on which the check counts' }),
      due: z.boolean(),
    }),
  ),
  warning: RuleHit.optional().meta({ description: 'what a listing of this home is warned of (N-02)' }),
})
export type UpkeepView = z.infer<typeof UpkeepView>

export const upkeepRoutes = declare({
  readUpkeep: {
    method: 'GET',
    path: '/upkeep/{upkeepId}',
    summary: '房屋的安全检查：上次、下次、是否到期',
    access: HOLDING,
    subject: 'upkeepId',
    input: z.object({ upkeepId: UpkeepId }),
    output: UpkeepView,
    refusals: ['upkeep.not_found'],
  },
  recordCheck: {
    method: 'POST',
    path: '/upkeep/{upkeepId}/checks',
    summary: '记一次安全检查',
    access: HOME_KEEPERS,
    subject: 'upkeepId',
    writes: 'upkeepId',
    input: z.object({ ...making, upkeepId: UpkeepId, checkId: CheckId, ...CheckFacts.shape }),
    output: UpkeepView,
    refusals: ['upkeep.not_found', 'upkeep.items', 'picture.not_found', 'picture.purpose', 'request.changed'],
  },
  listChecks: {
    method: 'GET',
    path: '/upkeep/{upkeepId}/checks',
    summary: '历次安全检查',
    access: HOLDING,
    subject: 'upkeepId',
    input: z.object({ ...paging, upkeepId: UpkeepId }),
    output: page(Check),
    refusals: ['upkeep.not_found', 'request.cursor'],
  },
  listUpkeep: {
    method: 'GET',
    path: '/me/upkeep',
    summary: '我的房屋里要做的安全检查',
    access: HOLDING,
    input: z.object({ ...paging }),
    output: page(UpkeepView),
    refusals: ['request.cursor'],
  },
})
