import { ruleRoutes } from '@anju/shared/rule/rule.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { listRules } from './list-rules'
import { previewParameter } from './preview-parameter'
import { recordParameter } from './record-parameter'
import { parameterRecord } from './rule.store'
import { withdrawParameter } from './withdraw-parameter'

export const domain = {
  routes: ruleRoutes,
  useCases: { listRules, recordParameter, withdrawParameter, previewParameter } satisfies Fulfilled<typeof ruleRoutes>,
  reach: {
    prm: async (store, id) => {
      const recorded = await read(store, parameterRecord, id)
      return { parties: [], region: recorded.region, subject: recorded }
    },
  },
  replay: { prm: async (id, { store }) => read(store, parameterRecord, id) },
} satisfies Domain
