import * as z from 'zod'
import { Day } from '../day'
import { DwellingFacts, Unit } from '../dwelling/dwelling'
import { DwellingId, LeaseId } from '../id'
import { OPENING_ACCOUNTS } from '../ledger/recipes'
import { PayCycle } from '../listing/listing'
import { Fen, PositiveFen } from '../money'
import { RealName } from '../person/person'
import { parsePhone } from '../person/phone'

/** Rows of one request: a slice is sent again whole after a lost answer. */
export const ROWS_A_SLICE = 10
/** What one spreadsheet may hold. */
export const MOST_ROWS = 2_000
export const MOST_FILE_BYTES = 180_000

const Key = z.string().trim().min(1, '请填写房屋编号').max(20, '房屋编号最多 20 个字')

/** 房屋 of a spreadsheet: its own short name, which the other sheets use, and what is registered. */
export const ImportHome = z.object({ homeKey: Key, ...DwellingFacts.shape })
export type ImportHome = z.infer<typeof ImportHome>

const terms = {
  unit: Unit,
  lesseeName: RealName,
  lesseePhone: z
    .string()
    .trim()
    .max(20)
    .refine((text) => parsePhone(text).kind === 'mobile', '请填写 11 位手机号')
    .optional()
    .meta({ description: 'sealed; leaves masked only' }),
  startOn: Day,
  endOn: Day,
  rentFen: PositiveFen,
  depositFen: Fen.meta({ description: '已收押金, becomes what is owed back' }),
  rentMonths: PayCycle.shape.rentMonths,
  paidThrough: Day.optional().meta({ description: '租金已付至, included; bills begin the day after' }),
}
/** 租客与租约: a lease that runs already and was signed on paper. */
export const ImportLease = z.object({ homeKey: Key, ...terms })
export type ImportLease = z.infer<typeof ImportLease>

/** 期初余额 of one account. */
export const ImportOpening = z.object({
  account: z.enum(OPENING_ACCOUNTS),
  amountFen: PositiveFen,
  on: Day,
  note: z.string().trim().max(200).default(''),
})
export type ImportOpening = z.infer<typeof ImportOpening>

/** What is wrong in a spreadsheet, and what to do: nothing is written while there is any. */
export const Fault = z.object({
  sheet: z.string(),
  row: z.int().meta({ description: 'as the spreadsheet counts, from 1' }),
  column: z.string(),
  message: z.string(),
})
export type Fault = z.infer<typeof Fault>

export const ImportRows = z.object({
  homes: z.array(ImportHome),
  leases: z.array(ImportLease),
  openings: z.array(ImportOpening),
})
export type ImportRows = z.infer<typeof ImportRows>

/** One slice that is to be written: homes first, since leases name them by their ids. */
export const ImportSlice = z.object({
  homes: z.array(ImportHome).max(ROWS_A_SLICE).default([]),
  leases: z
    .array(z.object({ dwellingId: DwellingId, ...terms }))
    .max(ROWS_A_SLICE)
    .default([]),
  openings: z.array(ImportOpening).max(ROWS_A_SLICE).default([]),
})
export type LeaseRow = z.infer<typeof ImportSlice>['leases'][number]

/** What became of one row, in the order of the slice. */
export const RowOutcome = z.object({
  outcome: z.enum(['added', 'present', 'refused']),
  dwellingId: DwellingId.optional(),
  leaseId: LeaseId.optional(),
  message: z.string().optional().meta({ description: 'why it was refused, and what to do' }),
})
export type RowOutcome = z.infer<typeof RowOutcome>
