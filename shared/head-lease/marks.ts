import { monthsAtOnce } from '../business/lessor'
import type { Day } from '../day'
import type { RuleHit } from '../rule'
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
