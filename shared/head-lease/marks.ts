import { monthsAtOnce } from '../business/lessor'
import { addDays, type Day } from '../day'
import { type Unit, unitName, unitsOverlap } from '../dwelling/dwelling'
import type { DwellingId } from '../id'
import type { RuleHit } from '../rule'
import { agreementsOf, type HeadLease } from './head-lease'
import { type HeadTerms, headRentOn } from './terms'

/** What marks look at: a head lease and the subleases of its homes that run today. */
export interface SubTerms {
  startOn: Day
  endOn: Day
  rentFen: number
  rises: { from: Day; rentFen: number }[]
  payCycle: { rentMonths: number }
}

const OPINION = '住房和城乡建设部等六部门关于加强轻资产住房租赁企业监管的意见（2021 年 4 月）'

/**
 * 风险提示 SH-CON-09: 高进低出, 长收短付, and a head lease that ends before a sublease (rule sheet 8.3). Nothing is said
 * of money where no part is let: then there is no rent to compare with.
 */
export function marksOf(
  head: Pick<HeadTerms, 'startOn' | 'endOn' | 'rentFen' | 'rises' | 'payCycle'>,
  subs: readonly SubTerms[],
  today: Day,
): RuleHit[] {
  const mark = (
    ruleId: string,
    message: string,
    source: string,
    certainty: RuleHit['certainty'],
    inputs: RuleHit['inputs'],
  ): RuleHit => ({ ruleId, action: 'WARN', message, source, certainty, inputs })
  if (subs.length === 0) return []
  const hits: RuleHit[] = []
  const headRentFen = headRentOn(head, today)
  const subRentsFen = subs.reduce((sum, sub) => sum + headRentOn(sub, today), 0)
  if (headRentFen > subRentsFen)
    hits.push(
      mark('SH-CON-09', '高进低出：付给业主的租金高于收到的租金，请核对租金或尽快出租空置的房间', OPINION, 'S', {
        kind: 'rent_gap',
        headRentFen,
        subRentsFen,
      }),
    )
  const headMonths = monthsAtOnce(head)
  const longest = Math.max(...subs.map(monthsAtOnce))
  if (longest > headMonths)
    hits.push(
      mark(
        'SH-CON-09',
        `长收短付：一次收租 ${longest} 个月，付给业主 ${headMonths} 个月，请缩短收租周期`,
        OPINION,
        'S',
        {
          kind: 'cycle_gap',
          subMonths: longest,
          headMonths,
        },
      ),
    )
  const latest = subs
    .map(({ endOn }) => endOn)
    .sort()
    .at(-1) as Day
  if (latest > head.endOn)
    hits.push(
      mark('N-24', `主租约 ${head.endOn} 到期，早于租客的 ${latest}，请与业主续约`, '民法典第七百一十七条', 'V', {
        kind: 'head_lease_ends',
        headLeaseEndOn: head.endOn,
        subEndOn: latest,
      }),
    )
  return hits
}

/** A sublease that runs, of one of the homes. */
export interface Sub {
  dwellingId: DwellingId
  unit: Unit
  endOn: Day
}

/**
 * 转租是否经业主同意 (N-24): nothing is said of a sublease that the head lease allows, that the owner agreed to, or that they
 * are taken to agree to; one that they know of is told with the day on which silence becomes consent.
 */
export function consentMarks(head: HeadLease, subs: readonly Sub[], today: Day): RuleHit[] {
  if (head.subletAllowed) return []
  return subs.flatMap(({ dwellingId, unit, endOn }): RuleHit[] => {
    const agreed = agreementsOf(head, dwellingId).filter(
      (each) =>
        each.matter === 'sublet' &&
        each.until >= endOn &&
        (each.unit.kind === 'whole' || unitsOverlap(each.unit, unit)),
    )
    if (agreed.some(({ from }) => from === undefined || from <= today)) return []
    const from = agreed.map((each) => each.from ?? '').sort()[0]
    return [
      {
        ruleId: 'N-24',
        action: 'WARN',
        message: from
          ? `${unitName(unit)}的转租业主已知道，到 ${addDays(from, -1)} 仍未提出异议，即视为同意`
          : `${unitName(unit)}的转租未经业主同意，业主可以解除主租约；请取得业主同意，或记录业主知道的日期`,
        source: '民法典第七百一十六条、第七百一十八条',
        certainty: 'V',
        inputs: { kind: 'sublet_consent', unit: unitName(unit), endOn, ...(from && { deemedFrom: from }) },
      },
    ]
  })
}
