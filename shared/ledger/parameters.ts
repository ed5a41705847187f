import type { Day } from '../day'
import type { Certainty } from '../rule'

/** A number of the trade that no law gives: with its source and how sure it is (rule sheet 0.1). */
export interface LedgerParameter {
  key: 'furniture.months' | 'arrears.risk_days'
  /** Region code; '' holds everywhere. */
  region: string
  value: number
  source: string
  certainty: Certainty
  effectiveFrom: Day
}

export const LEDGER_PARAMETERS: LedgerParameter[] = [
  {
    key: 'furniture.months',
    region: '',
    value: 36,
    source: '行业习惯：家具家电按三年摊销',
    certainty: 'A',
    effectiveFrom: '2000-01-01',
  },
  {
    key: 'arrears.risk_days',
    region: '',
    value: 15,
    source: '行业习惯：欠租超过十五天须重点催收',
    certainty: 'A',
    effectiveFrom: '2000-01-01',
  },
]

/** The value in force; the table has one for every key. */
export const ledgerParameter = (key: LedgerParameter['key']): number =>
  LEDGER_PARAMETERS.find((parameter) => parameter.key === key)?.value as number
