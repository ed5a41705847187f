import * as z from 'zod'
import { Day, Month } from '../day'
import { Unit } from '../dwelling/dwelling'
import { DwellingId, LeaseId } from '../id'
import { AGES, type Age } from './arrears'
import { LineKey, Results } from './report'

export const Year = z
  .string()
  .regex(/^20\d{2}$/, '年份格式应为 2026')
  .meta({ description: 'a year in Asia/Shanghai' })
export const Period = z.union([Month, Year]).meta({ description: 'a month, 2026-01, or a year, 2026' })

const Collected = z.object({
  dueFen: z.int(),
  onTimeFen: z.int(),
  basisPoints: z.int().optional().meta({ description: '收缴率: on time of what fell due, in 0.01 %' }),
})

/** 收支报表: a year month by month, both views side by side. */
export const ReportView = z.object({
  year: Year,
  total: Results,
  months: z.array(Results.extend({ month: Month, collection: Collected })),
  lines: z.array(z.object({ key: LineKey, accrualFen: z.int(), cashFen: z.int() })),
  collection: Collected,
})

const Profit = z.object({ accrualFen: z.int(), cashFen: z.int() })
const HomeName = z.object({ dwellingId: DwellingId, communityName: z.string(), addressText: z.string() })
/** 每套利润. */
export const HomeProfit = HomeName.extend({ results: Results, profit: Profit })
/** … and 每间利润, with what the home bears as a whole shared out. */
export const HomeProfitView = HomeProfit.extend({
  units: z.array(z.object({ unit: Unit, own: Results, shared: Results, profit: Profit })),
})

const Days = z.object({
  availableDays: z.int(),
  letDays: z.int(),
  vacantDays: z.int(),
  lossFen: z.int().optional(),
})
/** 出租率和空置损失 of a month or a year, up to today. */
export const OccupancyView = z.object({
  from: Day,
  to: Day,
  total: Days.extend({ basisPoints: z.int().optional().meta({ description: '出租率 in 0.01 %' }) }),
  homes: z.array(HomeName.extend({ units: z.array(Days.extend({ unit: Unit })) })),
  more: z.boolean().meta({ description: 'there are more homes than one report holds' }),
})

const LeaseName = z.object({ leaseId: LeaseId, lesseeName: z.string(), addressText: z.string(), unit: Unit.optional() })
const AgeKey = z.enum(AGES.map(({ key }) => key) as [Age, ...Age[]])
/** 欠款账龄. */
export const ArrearsView = z.object({
  today: Day,
  overdueFen: z.int(),
  prepaidFen: z.int().meta({ description: 'paid before it was due' }),
  riskDays: z.int().meta({ description: 'arrears older than this are marked' }),
  ages: z.array(z.object({ age: AgeKey, fen: z.int(), count: z.int() })),
  items: z
    .array(
      LeaseName.extend({
        billId: z.string().optional(),
        dueOn: Day,
        days: z.int(),
        age: AgeKey,
        rentFen: z.int(),
        feeFen: z.int(),
      }),
    )
    .meta({ description: 'oldest first' }),
  more: z.boolean(),
})

/** 押金台账: what is owed back, beside the cash that is there for it. */
export const DepositsView = z.object({
  heldFen: z.int(),
  cashFen: z.int(),
  shortFen: z.int().meta({ description: 'deposits that no cash covers' }),
  items: z.array(LeaseName.extend({ heldFen: z.int() })),
  more: z.boolean(),
})
