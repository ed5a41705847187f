import type { Day, Instant } from '@anju/shared/day'
import { type Dwelling, hasUnit, unitKey } from '@anju/shared/dwelling/dwelling'
import { DomainError } from '@anju/shared/errors'
import { type Meter, placeName } from '@anju/shared/meter/meter'
import type { Reading } from '@anju/shared/meter/reading'
import { type Span, spanOf, usedThisYear } from '@anju/shared/meter/span'
import { splitUse as split } from '@anju/shared/meter/split'
import type { SplitPrice, SplitQuestion, SplitView } from '@anju/shared/meter/split.routes'
import { checkUnitPrice, costByTariff, type TariffLine } from '@anju/shared/meter/tariff'
import type { RuleHit } from '@anju/shared/rule'
import { readOccupation } from '../dwelling/dwelling.store'
import type { Store } from '../store/store'
import { readMeters, readReadings } from './meter.store'

interface Read {
  meter: Meter
  readings: Reading[]
  span: Span | undefined
}

async function readSpan(store: Store, meter: Meter, from: Day, to: Day): Promise<Read> {
  const readings = await readReadings(store, meter.id, { to })
  return { meter, readings, span: spanOf(meter, readings, from, to) }
}

/** What the whole costs, line by line; a bill of the utility has none. */
function price(
  asked: SplitPrice,
  whole: { use: Span; main: Read | undefined; townCode: string },
): { amountFen: number; lines: TariffLine[]; hits: RuleHit[] } {
  const { use, main, townCode } = whole
  if (asked.by === 'bill') return { amountFen: asked.amountFen, lines: [], hits: [] }
  const { kind } = main?.meter ?? { kind: undefined }
  if (!main || !kind) throw new DomainError('meter.no_main')
  if (asked.by === 'unit') {
    const amountFen = Math.floor((use.useMilli * asked.priceLi + 5_000) / 10_000)
    const line = { from: use.from, to: use.to, rate: 'all' as const, useMilli: use.useMilli, priceLi: asked.priceLi }
    return { amountFen, lines: [{ ...line, amountFen }], hits: checkUnitPrice(kind, townCode, use.to, asked.priceLi) }
  }
  const before = usedThisYear(main.meter, main.readings, use.from)
  const lines = costByTariff(kind, townCode, use, use, before.useMilli)
  if (!lines) throw new DomainError('meter.no_tariff')
  return { amountFen: lines.reduce((sum, line) => sum + line.amountFen, 0), lines, hits: youngMeter(before.since) }
}

/** The steps run from New Year; what was used before the meter was registered here is not known. */
const youngMeter = (since: Day): RuleHit[] =>
  since.endsWith('-01-01')
    ? []
    : [
        {
          ruleId: 'CT-15',
          action: 'WARN',
          message: `这块表从 ${since} 才开始记，本年更早的用量没有计入阶梯，请与账单核对`,
          source: '阶梯按自然年累计',
          certainty: 'S',
          inputs: { since },
        },
      ]

/** Rooms are read on the day of the main meter, or the difference holds days of somebody else's use. */
const otherDays = (main: Span, { meter, span }: Read): RuleHit[] =>
  span && (span.from !== main.from || span.to !== main.to)
    ? [
        {
          ruleId: 'CT-16',
          action: 'WARN',
          message: `${placeName(meter.place)}的读数是 ${span.from} 至 ${span.to}，总表是 ${main.from} 至 ${main.to}，日期不同会影响公摊，建议同一天抄表`,
          source: '公摊 = 总表 − 各房间分表',
          certainty: 'S',
          inputs: { from: span.from, to: span.to },
        },
      ]
    : []

/** Who pays what of the water, electricity or gas between two readings, and why. */
export async function trySplit(
  { kind, from, to, price: asked, mode, ratioBy, commonBy, rooms }: SplitQuestion,
  dwelling: Dwelling,
  store: Store,
  now: Instant,
): Promise<SplitView> {
  if (to <= from)
    throw new DomainError('request.invalid', { fields: [{ path: 'to', message: '截止日须晚于起始日，请修改日期' }] })
  if (rooms.some(({ roomNo }) => !hasUnit(dwelling, { kind: 'room', roomNo })))
    throw new DomainError('dwelling.no_such_unit')
  if (new Set(rooms.map(({ roomNo }) => roomNo)).size < rooms.length)
    throw new DomainError('request.invalid', { fields: [{ path: 'rooms', message: '同一个房间选了两次，请去掉一个' }] })
  const [meters, occupation] = await Promise.all([
    readMeters(store, dwelling.id),
    readOccupation(store, dwelling.id, dwelling.holderId, now),
  ])
  const taking = (meter: Meter) =>
    meter.place.kind !== 'room' ||
    rooms.some(({ roomNo }) => meter.place.kind === 'room' && meter.place.roomNo === roomNo)
  const read = await Promise.all(
    meters.filter((meter) => meter.kind === kind && taking(meter)).map((meter) => readSpan(store, meter, from, to)),
  )
  const main = read.find(({ meter }) => meter.place.kind === 'whole')
  const common = read.find(({ meter }) => meter.place.kind === 'common')
  const ofRoom = (roomNo: string) =>
    read.find(({ meter }) => meter.place.kind === 'room' && meter.place.roomNo === roomNo)
  if (asked.by !== 'bill' && !main) throw new DomainError('meter.no_main')
  if (main && !main.span && (asked.by !== 'bill' || mode === 'metered')) throw new DomainError('meter.unread')
  const measured = rooms.reduce((sum, { roomNo }) => sum + (ofRoom(roomNo)?.span?.useMilli ?? 0), 0)
  const use: Span = main?.span ?? {
    useMilli: measured + (common?.span?.useMilli ?? 0),
    days: 1,
    throughZero: false,
    from,
    to,
  }
  const { amountFen, lines, hits } = price(asked, { use, main, townCode: dwelling.address.townCode })
  const { shares, lessorFen, commonMilli } = split({
    amountFen,
    mainMilli: use.useMilli,
    commonMeterMilli: common?.span?.useMilli ?? null,
    mode,
    ratioBy,
    commonBy,
    rooms: rooms.map(({ roomNo, persons, fixedFen }) => {
      const area = dwelling.rooms.find((room) => room.roomNo === roomNo)?.usableAreaSquareMetres ?? null
      return {
        roomNo,
        persons,
        fixedFen,
        areaHundredths: area === null ? null : Math.round(area * 100),
        useMilli: ofRoom(roomNo)?.span?.useMilli ?? null,
      }
    }),
  })
  return {
    from: use.from,
    to: use.to,
    useMilli: use.useMilli,
    ...(commonMilli !== null && { commonMilli }),
    amountFen,
    lines,
    shares: shares.map((share) => {
      const key = unitKey({ kind: 'room', roomNo: share.roomNo })
      const lease = occupation.tenancies.find(
        (tenancy) => unitKey(tenancy.unit) === key && tenancy.startOn <= use.to && use.to <= tenancy.endOn,
      )
      const useMilli = ofRoom(share.roomNo)?.span?.useMilli
      return { ...share, ...(useMilli !== undefined && { useMilli }), ...(lease && { leaseId: lease.leaseId }) }
    }),
    lessorFen,
    hits: [
      ...hits,
      ...(mode === 'metered' && main?.span ? read.flatMap((each) => otherDays(main.span as Span, each)) : []),
    ],
  }
}
