import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { Day } from '../day'
import { DwellingId, LeaseId, MeterId, ReadingId } from '../id'
import { Fen, PositiveFen } from '../money'
import { HOLDING, HOME_KEEPERS } from '../person/role'
import { RuleHit } from '../rule'
import { DevicePlate, Dial, MeterKind, Milli } from './device'
import { Meter, MeterFacts } from './meter'
import { KeptReading, ReadingFacts } from './reading'
import { RoundStop } from './round'
import { COMMON_KEYS, RATIOS, SPLIT_MODES } from './split'

const Label = z.string().trim().min(1).max(10)
const WhyText = z.string().trim().min(2, '请写明原因').max(200)
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

export const meterRoutes = declare({
  registerMeter: {
    method: 'POST',
    path: '/dwellings/{dwellingId}/meters',
    summary: '登记水电燃气表',
    access: HOME_KEEPERS,
    subject: 'dwellingId',
    writes: 'meterId',
    input: z.object({
      ...making,
      dwellingId: DwellingId,
      meterId: MeterId,
      ...MeterFacts.shape,
      device: DevicePlate,
      first: Dial,
      installedOn: Day,
    }),
    output: Meter,
    refusals: [
      'dwelling.not_found',
      'dwelling.no_such_unit',
      'dwelling.region_mismatch',
      'meter.exists',
      'meter.limit',
      'meter.future',
      'request.command_reused',
    ],
  },
  moveMeter: {
    method: 'POST',
    path: '/meters/{meterId}/move',
    summary: '调整抄表顺序',
    access: HOME_KEEPERS,
    subject: 'meterId',
    writes: 'meterId',
    input: z.object({ ...changing, meterId: MeterId, walkNo: MeterFacts.shape.walkNo.unwrap() }),
    output: Meter,
    refusals: ['meter.not_found', 'request.changed'],
  },
  replaceMeter: {
    method: 'POST',
    path: '/meters/{meterId}/replace',
    summary: '换表',
    access: HOME_KEEPERS,
    subject: 'meterId',
    writes: 'meterId',
    input: z.object({
      ...changing,
      meterId: MeterId,
      on: Day,
      final: Dial.meta({ description: 'what the old device showed when it was taken off' }),
      device: DevicePlate,
      first: Dial,
      reason: WhyText.optional(),
    }),
    output: Meter,
    refusals: [
      'meter.not_found',
      'meter.future',
      'meter.later_read',
      'meter.went_back',
      'meter.suspicious',
      'meter.replaced_often',
      'request.changed',
    ],
  },
  recordReading: {
    method: 'POST',
    path: '/meters/{meterId}/readings',
    summary: '抄表',
    access: HOME_KEEPERS,
    subject: 'meterId',
    writes: 'meterId',
    input: z.object({
      ...making,
      meterId: MeterId,
      readingId: ReadingId,
      ...ReadingFacts.shape,
      insteadOf: ReadingId.optional().meta({ description: 'the reading that it replaces, after a conflict was shown' }),
    }),
    output: Meter,
    refusals: [
      'meter.not_found',
      'meter.future',
      'meter.before_installed',
      'meter.day_read',
      'meter.later_read',
      'meter.went_back',
      'meter.suspicious',
      'meter.reading_not_found',
      'picture.not_found',
      'picture.purpose',
      'request.command_reused',
      'request.changed',
    ],
  },
  reverseReading: {
    method: 'POST',
    path: '/meters/{meterId}/readings/{readingId}/reverse',
    summary: '撤销读数',
    access: HOME_KEEPERS,
    subject: 'meterId',
    writes: 'meterId',
    input: z.object({ ...changing, meterId: MeterId, readingId: ReadingId, reason: WhyText }),
    output: Meter,
    refusals: ['meter.not_found', 'meter.reading_not_found', 'request.changed'],
  },
  readMeter: {
    method: 'GET',
    path: '/meters/{meterId}',
    summary: '一块表',
    access: HOLDING,
    subject: 'meterId',
    input: z.object({ meterId: MeterId }),
    output: Meter,
    refusals: ['meter.not_found'],
  },
  listReadings: {
    method: 'GET',
    path: '/meters/{meterId}/readings',
    summary: '历次读数',
    access: HOLDING,
    subject: 'meterId',
    input: z.object({ meterId: MeterId, ...paging }),
    output: page(KeptReading),
    refusals: ['meter.not_found', 'request.cursor'],
  },
  listMeters: {
    method: 'GET',
    path: '/dwellings/{dwellingId}/meters',
    summary: '一处房屋的表',
    access: HOLDING,
    subject: 'dwellingId',
    input: z.object({ dwellingId: DwellingId }),
    output: z.object({ items: z.array(Meter) }),
    refusals: ['dwelling.not_found'],
  },
  listRound: {
    method: 'GET',
    path: '/me/meters',
    summary: '抄表路线',
    access: HOME_KEEPERS,
    input: z.object({ ...paging }),
    output: page(RoundStop),
    refusals: ['request.cursor'],
  },
  splitUse: {
    method: 'POST',
    path: '/dwellings/{dwellingId}/split',
    summary: '水电燃气分摊试算',
    access: HOLDING,
    subject: 'dwellingId',
    input: z.object({
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
    }),
    output: SplitView,
    refusals: [
      'dwelling.not_found',
      'dwelling.no_such_unit',
      'meter.unread',
      'meter.no_main',
      'meter.no_tariff',
      'meter.split_nothing',
      'meter.split_area',
      'meter.split_room_unread',
      'meter.split_rooms_exceed',
    ],
  },
})
