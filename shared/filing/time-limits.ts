import { addDays, type Day } from '../day'
import { parameterIn, type RuleParameter } from '../rule-parameter'
import { addWorkingDays, workingDayFrom } from '../working-day'

export type Limit =
  | 'filing.deadline_days'
  | 'filing.change_deadline_days'
  | 'filing.review_working_days'
  | 'filing.counterparty_days'
  | 'filing.supplement_working_days'

const OWN_CHOICE = { source: '平台自定办理时限，法规未规定', certainty: 'A', effectiveFrom: '2011-02-01' } as const
/** Time limits of a filing (rule sheet 3.3, 9). */
export const TIME_LIMITS: RuleParameter<Limit>[] = [
  {
    key: 'filing.deadline_days',
    region: '',
    value: 30,
    source: '商品房屋租赁管理办法第十四条',
    certainty: 'V',
    effectiveFrom: '2011-02-01',
  },
  {
    key: 'filing.change_deadline_days',
    region: '',
    value: 30,
    source: '商品房屋租赁管理办法第十九条',
    certainty: 'V',
    effectiveFrom: '2011-02-01',
  },
  { key: 'filing.review_working_days', region: '', value: 3, ...OWN_CHOICE },
  { key: 'filing.counterparty_days', region: '', value: 15, ...OWN_CHOICE },
  { key: 'filing.supplement_working_days', region: '', value: 5, ...OWN_CHOICE },
]

/** @throws Error where nobody has given a number: those of the whole country are always there. */
function limit(key: Limit, on: Day, townCode = ''): number {
  const parameter = parameterIn(TIME_LIMITS, key, townCode, on)
  if (!parameter) throw new Error(`no ${key} on ${on}`)
  return parameter.value
}

/** Last day to file, in days from the event, before the days off are looked at; the day of the event does not count (Civil Code art. 201). */
export const legalDay = (on: Day, key: 'filing.deadline_days' | 'filing.change_deadline_days'): Day =>
  addDays(on, limit(key, on))

/** Last day to file a new lease (SH-CON-01): 30 days after signing, and where that is a day off the next working day (Civil Code art. 203). */
export const filingDueOn = (signedOn: Day): Day => workingDayFrom(legalDay(signedOn, 'filing.deadline_days'))
/** Last day to file a change, an extension or an end (SH-CON-02). */
export const changeDueOn = (changedOn: Day): Day => workingDayFrom(legalDay(changedOn, 'filing.change_deadline_days'))
export const reviewDueOn = (submittedOn: Day, townCode: string): Day =>
  addWorkingDays(submittedOn, limit('filing.review_working_days', submittedOn, townCode))
export const confirmBy = (askedOn: Day, townCode: string): Day =>
  addDays(askedOn, limit('filing.counterparty_days', askedOn, townCode))
export const supplementDueOn = (askedOn: Day, townCode: string): Day =>
  addWorkingDays(askedOn, limit('filing.supplement_working_days', askedOn, townCode))
