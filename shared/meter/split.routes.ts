import * as z from 'zod'
import { BillView } from '../bill/bill.routes'
import { declare, making } from '../contract/route'
import { Day } from '../day'
import { BillId, DwellingId, LeaseId } from '../id'
import { Fen, PositiveFen } from '../money'
import { HOLDING } from '../person/role'
import { RuleHit } from '../rule'
import { MeterKind, Milli } from './device'
import { COMMON_KEYS, RATIOS, SPLIT_MODES } from './split'

const Label = z.string().trim().min(1).max(10)
const PriceLi = z.int().min(1).max(100_000).meta({ description: '厘, thousandths of a yuan, for one m³ or kWh' })

/** How the whole is priced: by the city's table, by a price of one's own, or by what the utility billed. */
export const SplitPrice = z.discriminatedUnion('by', [
  z.object({ by: z.literal('tariff') }),
  z.object({ by: z.literal('unit'), priceLi: PriceLi }),
  z.object({ by: z.literal('bill'), amountFen: PositiveFen.max(10_000_000_00) }),
])
export type SplitPrice = z.infer<typeof SplitPrice>

export const SplitLine = z.object({
  from: Day,
  to: Day,
  tier: z.int().optional(),
  rate: z.enum(['all', 'peak', 'valley']),
  useMilli: Milli,
  priceLi: z.int(),
  amountFen: Fen,
})

/** Who pays what of one bill, and why. */
export const SplitView = z.object({
  from: Day.meta({ description: 'day of the earlier reading of the main meter' }),
  to: Day,
  useMilli: Milli,
  commonMilli: Milli.optional().meta({ description: '公摊: main less rooms, or its own meter' }),
  amountFen: Fen,
  lines: z.array(SplitLine).meta({ description: 'how the amount came about; empty where it is the utility’s bill' }),
  shares: z.array(
    z.object({
      roomNo: z.string(),
      useMilli: Milli.optional(),
      ownFen: Fen,
      commonFen: Fen,
      amountFen: Fen,
      leaseId: LeaseId.optional().meta({
        description: 'the lease that runs on the last day; absent where the room is vacant',
      }),
    }),
  ),
  lessorFen: z.int().meta({ description: 'what fixed sums leave to the lessor' }),
  hits: z.array(RuleHit),
})
export type SplitView = z.infer<typeof SplitView>

/** What is shared among whom, and how. */
const question = {
  dwellingId: DwellingId,
  kind: MeterKind,
  from: Day,
  to: Day,
  price: SplitPrice,
  mode: z.enum(SPLIT_MODES),
  ratioBy: z.enum(RATIOS).default('persons'),
  commonBy: z.enum(COMMON_KEYS).default('equal'),
  rooms: z
    .array(
      z.object({
        roomNo: Label,
        persons: z.int().min(0).max(30).default(1),
        fixedFen: Fen.max(1_000_000_00).default(0),
      }),
    )
    .min(1, '请选择参与分摊的房间')
    .max(30),
}
export type SplitQuestion = z.output<z.ZodObject<typeof question>>
const REFUSALS = [
  'dwelling.not_found',
  'dwelling.no_such_unit',
  'meter.unread',
  'meter.no_main',
  'meter.no_tariff',
  'meter.split_nothing',
  'meter.split_area',
  'meter.split_room_unread',
  'meter.split_rooms_exceed',
] as const

export const splitRoutes = declare({
  splitUse: {
    method: 'POST',
    path: '/dwellings/{dwellingId}/split',
    summary: '水电燃气分摊试算',
    access: HOLDING,
    subject: 'dwellingId',
    input: z.object(question),
    output: SplitView,
    refusals: REFUSALS,
  },
  chargeUse: {
    method: 'POST',
    path: '/dwellings/{dwellingId}/split/charges',
    summary: '把分摊记到租约的账单',
    access: HOLDING,
    subject: 'dwellingId',
    writes: 'billId',
    input: z.object({ ...making, ...question, leaseId: LeaseId, billId: BillId, dueOn: Day }),
    output: BillView,
    refusals: [
      ...REFUSALS,
      'lease.not_found',
      'lease.not_signed',
      'meter.nothing_to_charge',
      'meter.lessor_pays',
      'meter.before_lease',
      'meter.billed',
      'bill.region_mismatch',
      'access.role',
      'server.busy',
    ],
  },
})
