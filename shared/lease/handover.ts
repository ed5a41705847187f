import * as z from 'zod'
import { revise } from '../aggregate'
import { Day, type Instant, Instant as InstantSchema } from '../day'
import { DomainError } from '../errors'
import { MeterId, PictureId, UserId } from '../id'
import type { Lease } from './lease'
import { checkMove, lastDayOf } from './lifecycle'

export const Meter = z.enum(['water', 'electricity', 'gas'])
export const METER_NAMES: Record<z.infer<typeof Meter>, string> = { water: '水表', electricity: '电表', gas: '燃气表' }

export const MeterReading = z.object({
  meter: Meter,
  value: z
    .number()
    .min(0, '读数不能为负')
    .max(99_999_999, '读数过大，请核对')
    .refine((value) => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6, '读数最多三位小数')
    .meta({ description: 'm³ or kWh as the meter shows it, at most three decimals' }),
  replaced: z.boolean().default(false).meta({ description: 'another meter than at entry' }),
})

export const ItemCondition = z.enum(['good', 'worn', 'damaged', 'missing'])
export const ITEM_CONDITION_NAMES: Record<z.infer<typeof ItemCondition>, string> = {
  good: '完好',
  worn: '磨损',
  damaged: '损坏',
  missing: '缺失',
}

/** Enough for every room and every meter of a home. */
export const MOST_PICTURES = 30

/** 房屋交割单 (CT-10): what is handed over, and in which condition. */
export const HandoverFacts = z.object({
  handedOn: Day.meta({ description: 'the day on which the home changed hands' }),
  items: z
    .array(
      z.object({
        name: z.string().trim().min(1, '请填写物品').max(30, '物品名称最多 30 个字'),
        count: z.int().min(1).max(99).default(1),
        condition: ItemCondition,
        note: z.string().trim().max(60).default(''),
      }),
    )
    .max(60, '最多六十项'),
  readings: z.array(MeterReading).max(3, '每种表一个读数'),
  keyCount: z.int().min(0).max(99),
  note: z.string().trim().max(300).default(''),
  pictureIds: z
    .array(PictureId)
    .max(MOST_PICTURES, `最多 ${MOST_PICTURES} 张照片`)
    .optional()
    .meta({ description: 'pictures of this lease for its handover, in the order in which they are shown' }),
})
export type HandoverFacts = z.infer<typeof HandoverFacts>

export const HandoverKind = z.enum(['entry', 'exit'])
export const HANDOVER_KIND_NAMES: Record<z.infer<typeof HandoverKind>, string> = { entry: '交房', exit: '退房' }

export const HandoverProposal = HandoverFacts.extend({
  kind: HandoverKind,
  proposedBy: UserId.meta({ description: 'whose hand wrote it, for the lessor' }),
  proposedAt: InstantSchema,
})
export const Handover = HandoverProposal.extend({
  confirmedBy: UserId,
  confirmedAt: InstantSchema,
  taken: z
    .array(z.object({ meter: Meter, meterId: MeterId }))
    .optional()
    .meta({ description: 'which readings became readings of the home’s meters' }),
})
export type Handover = z.infer<typeof Handover>

const METERS_TWICE = { path: 'readings', message: '同一种表只能填一个读数' }

function checkReadings(facts: HandoverFacts, entry: Handover | undefined): void {
  if (new Set(facts.readings.map(({ meter }) => meter)).size < facts.readings.length)
    throw new DomainError('request.invalid', { fields: [METERS_TWICE] })
  const fields = facts.readings.flatMap(({ meter, value, replaced }, index) => {
    const before = entry?.readings.find((each) => each.meter === meter)
    return before && value < before.value && !replaced
      ? [{ path: `readings.${index}.value`, message: `不能小于交房时的读数 ${before.value}；换过表的请勾选“已换表”` }]
      : []
  })
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
}

/** Which list is due: a lease that nobody moved into and that is not ended is entered, everything else is left. */
export const handoverDue = ({ status }: Pick<Lease, 'status'>): z.infer<typeof HandoverKind> =>
  status === 'signed' ? 'entry' : 'exit'

/** 填写交割单, by the lessor; a list that was not confirmed yet is replaced. */
export function proposeHandover(lease: Lease, facts: HandoverFacts, hand: UserId, today: Day, now: Instant): Lease {
  checkMove(lease, 'proposeHandover')
  const kind = handoverDue(lease)
  const wrong = (message: string) => new DomainError('request.invalid', { fields: [{ path: 'handedOn', message }] })
  if (facts.handedOn > today) throw wrong('交接日期不能晚于今天')
  if (kind === 'exit' && lease.entry && facts.handedOn < lease.entry.handedOn) throw wrong('退房不能早于交房')
  if (lease.status === 'active' && facts.handedOn < lastDayOf(lease)) throw new DomainError('lease.not_ending')
  checkReadings(facts, kind === 'exit' ? lease.entry : undefined)
  return revise(lease, { handover: { ...facts, kind, proposedBy: hand, proposedAt: now } }, now)
}

/** 不认可交割单, by the lessee: it is written anew. */
export function declineHandover(lease: Lease, now: Instant): Lease {
  checkMove(lease, 'declineHandover')
  if (!lease.handover) throw new DomainError('lease.nothing_proposed')
  const { handover: _declined, ...rest } = lease
  return revise(rest, {}, now)
}

/** 确认交割单, by the lessee: with the entry the lease becomes active, with the exit it ends. */
export function confirmHandover(lease: Lease, hand: UserId, now: Instant): Lease {
  checkMove(lease, 'confirmHandover')
  if (!lease.handover || lease.handover.kind !== handoverDue(lease)) throw new DomainError('lease.nothing_proposed')
  const { handover, ...rest } = lease
  const confirmed: Handover = { ...handover, confirmedBy: hand, confirmedAt: now }
  return confirmed.kind === 'entry'
    ? revise(rest, { status: 'active', entry: confirmed }, now)
    : revise(rest, { status: 'ended', exit: confirmed }, now)
}
