import { addDays, type Day } from '../day'
import { type Unit, unitsOverlap } from '../dwelling/dwelling'
import type { Agreement, HeldUnder } from '../dwelling/held-under'
import type { Occupation } from '../dwelling/occupation'
import type { RuleHit } from '../rule'

/** What a lease stands on: the owner's leases of the home, and what the owners agreed to beyond them. */
export interface Ground {
  unit: Unit
  headLeases: HeldUnder[]
  agreements: Agreement[]
  /** The lessor says of themselves that they rent and let on (二房东). */
  sublets: boolean
  /** The day on which it is asked. */
  on: Day
}

export const groundOf = (
  { headLeases = [], agreements = [] }: Pick<Occupation, 'headLeases' | 'agreements'>,
  unit: Unit,
  sublets: boolean,
  on: Day,
): Ground => ({ unit, headLeases, agreements, sublets, on })

const SOURCE = '民法典第七百一十六条至第七百一十八条'

/** The last day that head leases cover without a gap, from the one in force on `day`; undefined where none is. */
export function coveredUntil(headLeases: readonly HeldUnder[], day: Day): Day | undefined {
  let until: Day | undefined
  for (const { startOn, endOn } of [...headLeases].sort((one, other) => (one.startOn < other.startOn ? -1 : 1)))
    if (startOn <= (until === undefined ? day : addDays(until, 1)) && endOn >= (until ?? day)) until = endOn
  return until
}

/** N-24: a sublease asks for the owner's consent, and may not outlast the head lease unless the owner agreed to it. */
export function checkSublease(
  { startOn, endOn }: { startOn: Day; endOn: Day },
  { unit, headLeases, agreements, sublets, on }: Ground,
): RuleHit[] {
  const hit = (action: RuleHit['action'], message: string, inputs: RuleHit['inputs']): RuleHit => ({
    ruleId: 'N-24',
    action,
    message,
    source: SOURCE,
    certainty: 'V',
    inputs,
  })
  const agreed = (matter: Agreement['matter']) =>
    agreements.some(
      (each) =>
        each.matter === matter &&
        each.until >= endOn &&
        (each.from === undefined || each.from <= on) &&
        (each.unit.kind === 'whole' || unitsOverlap(each.unit, unit)),
    )
  const until = coveredUntil(headLeases, startOn)
  const last = headLeases
    .map((each) => each.endOn)
    .sort()
    .at(-1)
  if (until === undefined && (last === undefined || last >= startOn))
    return sublets
      ? [hit('WARN', '这处房屋还没有登记业主的主租约；请登记租期、租金和业主同意转租的材料', { startOn, endOn })]
      : []
  const hits: RuleHit[] = []
  const ends = until ?? (last as Day)
  if (endOn > ends && !agreed('outlast'))
    hits.push(
      hit('BLOCK', `租期到 ${endOn}，超过业主主租约的 ${ends}；请缩短租期，或先取得业主书面同意`, {
        endOn,
        headLeaseEndOn: ends,
      }),
    )
  const under = headLeases.filter((each) => each.startOn <= endOn && each.endOn >= startOn)
  if (under.some(({ subletAllowed }) => !subletAllowed) && !agreed('sublet'))
    hits.push(hit('BLOCK', '主租约没有约定可以转租；请先取得业主同意转租', { subletAllowed: false }))
  else if (under.some(({ subletAllowed, hasConsent }) => subletAllowed && !hasConsent) && !agreed('sublet'))
    hits.push(hit('WARN', '请补上业主同意转租的书面材料照片', { subletAllowed: true, hasConsent: false }))
  return hits
}
