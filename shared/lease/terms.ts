import * as z from 'zod'
import { Day } from '../day'
import { PayCycle } from '../listing/listing'
import { Fen, PositiveFen } from '../money'

/** 押金 deposit: the three things that the clause must state (条例 art. 10, N-06). */
export const Deposit = z.object({
  amountFen: Fen,
  returnDays: z
    .int()
    .min(0)
    .max(180)
    .optional()
    .meta({ description: 'days after hand-back within which it is returned' }),
  deductionGrounds: z.array(z.string().trim().min(2).max(60)).max(20).default([]),
})

/** How the days of a broken month are charged (CT-05): by the days of that month of the lease, by 30, or by 365 a year. */
export const StubBasis = z.enum(['actual_month', 'd30', 'y365'])
export const STUB_BASIS_NAMES: Record<z.infer<typeof StubBasis>, string> = {
  actual_month: '按当月实际天数',
  d30: '按每月 30 天',
  y365: '按每年 365 天',
}
/** CT-03: our default, no public rule exists. */
export const DUE_DAYS_BEFORE = 7

/** The twelve kinds of fee of the model lease, clause 7 (CT-11). */
export const FeeKind = z.enum([
  'property',
  'water',
  'electricity',
  'phone',
  'television',
  'internet',
  'heating',
  'gas',
  'parking',
  'cleaning',
  'common_electricity',
  'other',
])
export type FeeKind = z.infer<typeof FeeKind>
export const FEE_KIND_NAMES: Record<FeeKind, string> = {
  property: '物业费',
  water: '水费',
  electricity: '电费',
  phone: '电话费',
  television: '电视费',
  internet: '网络费',
  heating: '供暖费',
  gas: '燃气费',
  parking: '停车费',
  cleaning: '卫生费',
  common_electricity: '公共照明电费',
  other: '其他费用',
}
/** Who bears a kind of fee; `monthlyFen` where it is a fixed sum a month, billed with the rent. */
export const LeaseFee = z.object({
  kind: FeeKind,
  payer: z.enum(['lessor', 'lessee']),
  monthlyFen: PositiveFen.optional(),
})

export const LeaseTerms = z.object({
  startOn: Day,
  endOn: Day.meta({ description: 'last day of the term, included' }),
  rentFen: PositiveFen.meta({ description: 'rent of one month in fen' }),
  payCycle: PayCycle,
  deposit: Deposit,
  freePeriods: z
    .array(z.object({ from: Day, to: Day }))
    .max(24)
    .default([])
    .meta({ description: '免租期, both days included: no rent inside (CT-13)' }),
  rises: z
    .array(z.object({ from: Day, rentFen: PositiveFen }))
    .max(20)
    .default([])
    .meta({ description: '租金调整: the rent of one month from a day on' }),
  stubBasis: StubBasis.default('actual_month'),
  dueDaysBefore: z
    .int()
    .min(0)
    .max(60)
    .default(DUE_DAYS_BEFORE)
    .meta({ description: 'days before a period begins on which its rent falls due (CT-03)' }),
  fees: z.array(LeaseFee).max(12).default([]),
  lateFeePerDayPpm: z
    .int()
    .min(0)
    .max(10_000)
    .default(0)
    .meta({ description: '逾期违约金, millionths of the arrears a day (CT-06)' }),
  arrearsTerminateDays: z
    .int()
    .min(1)
    .max(180)
    .optional()
    .meta({ description: 'days of arrears after which the lessor may end the lease (CT-07)' }),
  noticeDays: z.int().min(0).max(180).default(0).meta({ description: '提前退租须提前通知的天数 (CT-08)' }),
  penaltyMonths: z
    .number()
    .min(0)
    .max(12)
    .multipleOf(0.5)
    .default(0)
    .meta({ description: '提前退租违约金, months of rent (CT-08)' }),
  subletAllowed: z.boolean().default(false).meta({ description: '是否允许转租 (CT-12)' }),
  tenantKind: z.enum(['person', 'employer']).default('person'),
  remarks: z.string().trim().max(1_000).default(''),
})
export type LeaseTerms = z.infer<typeof LeaseTerms>
