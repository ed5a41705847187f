import type { Day } from '../day'
import { parameterIn, type RuleParameter } from '../rule-parameter'

const OPINION_2021 = '住房和城乡建设部等六部门关于加强轻资产住房租赁企业监管的意见（2021 年 4 月）'
const ORDINANCE = '住房租赁条例'

/**
 * - `register_over_homes`: 二房东 with more homes than this must register as a business (SH-CON-05, N-15).
 * - `warn_from_homes`: from here on they are told that the number is near.
 * - `opening_report_days`: days after the licence within which the opening is reported (N-10).
 * - `supervised_rent_months`, `supervised_deposit_months`: what is taken beyond goes into the supervised account (SH-CON-06).
 * - `all_receipts`: 1 where everything goes through that account (N-14); waits for the detailed rule of the ministry.
 * - `collect_months`: months of rent that an enterprise takes at once (SH-CON-08).
 * - `deposit_months_enterprise`, `deposit_months_anyone`: above it there is a warning, never a ban (SH-CON-10).
 */
export type BusinessKey =
  | 'register_over_homes'
  | 'warn_from_homes'
  | 'opening_report_days'
  | 'supervised_rent_months'
  | 'supervised_deposit_months'
  | 'all_receipts'
  | 'collect_months'
  | 'deposit_months_enterprise'
  | 'deposit_months_anyone'

const nationwide = (
  key: BusinessKey,
  value: number,
  source: string,
  certainty: RuleParameter['certainty'],
  effectiveFrom: Day,
): RuleParameter<BusinessKey> => ({ key, region: '', value, source, certainty, effectiveFrom })

export const BUSINESS_PARAMETERS: readonly RuleParameter<BusinessKey>[] = [
  nationwide('register_over_homes', 10, `${OPINION_2021}；${ORDINANCE}第二十条（数量由国家另定）`, 'S', '2021-01-27'),
  nationwide('warn_from_homes', 8, '本软件设定的提醒数量', 'A', '2021-01-27'),
  nationwide('opening_report_days', 30, `${ORDINANCE}第十五条`, 'V', '2025-09-15'),
  nationwide('supervised_rent_months', 3, `${OPINION_2021}；上海市住房租赁条例（据报道）`, 'S', '2021-04-15'),
  nationwide('supervised_deposit_months', 1, `${OPINION_2021}；上海市住房租赁条例（据报道）`, 'S', '2021-04-15'),
  nationwide('all_receipts', 0, `${ORDINANCE}第十九条（细则未公布）`, 'A', '2025-09-15'),
  nationwide('collect_months', 3, OPINION_2021, 'S', '2021-04-15'),
  nationwide('deposit_months_enterprise', 1, OPINION_2021, 'S', '2021-04-15'),
  {
    key: 'deposit_months_anyone',
    region: '',
    value: 2,
    source: '上海市居住房屋租赁管理办法（2011 年）',
    certainty: 'S',
    effectiveFrom: '2011-10-01',
  },
]

/** The number in force for a place on a day. */
export function businessParameter(
  key: BusinessKey,
  regionCode: string,
  on: Day,
  parameters: readonly RuleParameter<BusinessKey>[] = BUSINESS_PARAMETERS,
): RuleParameter<BusinessKey> | undefined {
  return parameterIn(parameters, key, regionCode, on)
}
