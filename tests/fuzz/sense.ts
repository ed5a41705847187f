import { addDays, addMonths } from '@anju/shared/day'
import type { WechatSandbox } from '../../tools/sandbox/wechat'
import { citizenNumber, newId, TANG, ZHANGJIANG } from '../town'
import type { Dice } from './dice'
import type { Known } from './known'
import { chargeable } from './sense-split'

/** What a value may be made from: the fields already chosen, and what is known. */
export interface Ground {
  route: string
  input: Record<string, unknown>
  known: Known
  dice: Dice
  today: string
  wechat: WechatSandbox
}
type Make = (ground: Ground) => unknown

const REGIONS = ['31', '3101', '310115', '310115125', '310104', '4102', '5001', '410203', TANG, '310199', '71']
const MONTHS = ['2026-11', '2026-10', '2026-12', '2000-01', '2000-12', '2099-12']
const FEN = [1, 100, 320_000, 320_000, 960_000, 10_000_000_000, 9_999_999_999]
const HATS = [
  { role: 'clerk', region: ZHANGJIANG },
  { role: 'clerk', region: `${ZHANGJIANG}002` },
  { role: 'town_officer', region: TANG },
  { role: 'district_officer', region: '310115' },
  { role: 'auditor', region: '3101' },
  { role: 'landlord' },
  { role: 'tenant' },
  { role: 'operator_admin' },
  { role: 'clerk', region: '310115' },
  { role: 'clerk', region: 'abcdefghi' },
]

const room = (dice: Dice, index: number, originalUse: string) => ({
  roomNo: `${'ABCDEFGH'[index % 8]}${index}`,
  originalUse,
  usableAreaSquareMetres: dice.pick([5, 9.99, 10, 14.2, 30, 10_000, null]),
  beds: dice.chance(0.2) ? Array.from({ length: dice.pick([1, 2, 12]) }, (_, bed) => ({ bedNo: String(bed) })) : [],
})

function rooms(dice: Dice): unknown[] {
  const count = dice.pick([1, 2, 2, 3, 3, 3, 11, 21, 30])
  const use = dice.pick(['bedroom', 'bedroom', 'bedroom', 'living_room', 'bathroom', 'kitchen'])
  return Array.from({ length: count }, (_, index) => room(dice, index, index === 0 ? 'bedroom' : use))
}

/** Rooms that there are, to share a bill among. */
function sharing({ input, known, dice }: Ground): unknown[] {
  const all = (known.get(input.dwellingId)?.value.rooms ?? [{ roomNo: 'A' }]) as { roomNo: string }[]
  return all.map(({ roomNo }) => ({ roomNo, persons: dice.pick([0, 1, 2]), fixedFen: dice.pick([0, 5_000]) }))
}

function unit({ input, known, dice }: Ground): unknown {
  const all = (known.get(input.dwellingId)?.value.rooms ?? []) as { roomNo: string; beds?: { bedNo: string }[] }[]
  const chosen = dice.recent(all)
  if (!chosen || dice.chance(0.4)) return { kind: 'whole' }
  const bedNo = chosen.beds?.[0]?.bedNo
  return bedNo !== undefined && dice.chance(0.5)
    ? { kind: 'bed', roomNo: chosen.roomNo, bedNo }
    : { kind: 'room', roomNo: chosen.roomNo }
}

const occupants = ({ route, dice }: Ground): unknown[] =>
  Array.from({ length: dice.pick([1, 1, 1, 2, 3, 30]) }, (_, index) => ({
    relation: index === 0 ? 'self' : dice.pick(['spouse', 'child', 'other']),
    supportRelation: index > 0,
    ...(dice.chance(0.1) && { roomNo: 'A' }),
    ...(dice.chance(0.1) && { movedInOn: '2026-11-01' }),
    identityKind: 'citizen',
    ...(route !== 'checkFiling' && { name: '居住人', identityNumber: citizenNumber(dice.int(900) + index) }),
  }))

const RATES = [{ by: 'tariff' }, { by: 'unit', priceLi: 1_200 }, { by: 'bill', amountFen: 12_345 }]
/** A dial of the meter that is read: a little more than it showed last, sometimes much more, sometimes less. */
const dial = ({ input, known, dice }: Ground): number => {
  const recent = (known.get(input.meterId)?.value.recent ?? []) as { totalMilli: number }[]
  const last = recent.at(-1)?.totalMilli ?? 0
  return Math.max(0, last + 100 * dice.pick([0, 10, 60, 60, 60, 900, 20_000, -30]))
}
const plate = ({ dice }: Ground) => ({
  serialNo: String(dice.int(10_000)),
  digits: dice.pick([5, 5, 6, 3]),
  decimals: dice.pick([1, 3]),
})
type Lean = Pick<Ground, 'route' | 'input' | 'known'>
const asBefore =
  (field: string) =>
  ({ route, input, known }: Lean) =>
    route === 'proposeAmendment' ? known.get(input.leaseId)?.value[field] : undefined
/** What a change of a lease leaves as it was. */
const OF_THE_LEASE = {
  startOn: asBefore('startOn'),
  rentFen: asBefore('rentFen'),
  payCycle: asBefore('payCycle'),
  stubBasis: asBefore('stubBasis'),
}

/** What JSON Schema cannot say of a field: a home that exists, days in their order, a number with its check digit. */
const SENSE: Record<string, Make> = {
  address: ({ input, dice }) => ({
    townCode: String(input.dwellingId).split('_')[1] ?? ZHANGJIANG,
    road: dice.pick(['方圆路', '盛夏路', '郭守敬路']),
    lane: `${1 + dice.int(900)}弄`,
    number: `${1 + dice.int(300)}号`,
    room: `${101 + dice.int(900)}室`,
    ...(dice.chance(0.2) && { committeeCode: `${ZHANGJIANG}001` }),
  }),
  rooms: (ground) =>
    ground.route === 'splitUse' || ground.route === 'chargeUse' ? sharing(ground) : rooms(ground.dice),
  certificateBedrooms: ({ dice }) => dice.pick([0, 1, 2, 3, 20]),
  propertyKind: ({ dice }) => dice.pick(['residential', 'residential', 'dormitory']),
  buildingAreaSquareMetres: ({ dice }) => dice.pick([undefined, undefined, 88.5, 10_000]),
  unit,
  dwellingIds: ({ known, dice }) => [dice.recent(known.of('dwl'))?.id],
  ownerPhone: ({ dice }) => dice.pick([undefined, '13900001234', '123']),
  ownerAccount: ({ dice }) => dice.pick([undefined, '6222000011112222']),
  until: ({ dice, today }) => addDays(today, dice.int(900)),
  bookFrom: ({ dice, today }) => dice.pick([undefined, today]),
  aboutId: ({ known, dice }) => dice.recent(known.of(dice.pick(['dwl', 'dwl', 'lea'])))?.id,
  occupants,
  identityKind: () => 'citizen',
  identityNumber: ({ dice }) => citizenNumber(dice.int(900)),
  realName: ({ dice }) => dice.pick(['周晓雯', '阿卜杜拉·买买提', "Anne-Marie O'Neil", '𠮷田']),
  startOn: ({ route, input, known, dice, today }) => {
    const lease = known.get(input.leaseId)?.value
    if (route === 'renewLease' && lease) return addDays(String(lease.endOn), 1)
    return OF_THE_LEASE.startOn({ route, input, known }) ?? addDays(today, dice.int(800) - 30)
  },
  payCycle: ({ input, ...ground }) => OF_THE_LEASE.payCycle({ input, ...ground }) ?? input.payCycle,
  stubBasis: ({ input, ...ground }) => OF_THE_LEASE.stubBasis({ input, ...ground }) ?? input.stubBasis,
  endOn: ({ input, dice }) => addDays(addMonths(String(input.startOn), dice.pick([1, 6, 12, 12, 24, 239, 240])), -1),
  deposit: ({ dice }) => ({ amountFen: dice.pick(FEN), returnDays: 7, deductionGrounds: ['欠付租金', '人为损坏'] }),
  amountFen: ({ dice }) => dice.pick(FEN),
  rentFen: ({ dice, ...ground }) => OF_THE_LEASE.rentFen(ground) ?? dice.pick(FEN),
  rentFromFen: ({ dice }) => dice.pick([undefined, undefined, 0, 300_000, 900_000]),
  rentToFen: ({ dice }) => dice.pick([undefined, undefined, 0, 100_000, 350_000]),
  bedrooms: ({ dice }) => dice.pick([undefined, undefined, undefined, 1, 2, 5]),
  receivedOn: ({ dice, today }) => addDays(today, dice.pick([0, 0, -1, -20, -400, 1])),
  on: ({ dice, today }) => addDays(today, dice.pick([0, 0, -1, -7, -40, -400, 1])),
  coversFrom: ({ dice, today }) => dice.pick([undefined, addDays(today, -30)]),
  coversTo: ({ dice, today }) => dice.pick([undefined, addDays(today, dice.int(90) - 40)]),
  from: ({ route, dice, today }) =>
    addDays(today, dice.int(400) - (route === 'splitUse' || route === 'chargeUse' ? 400 : 30)),
  to: ({ input, dice }) => (input.from ? addDays(String(input.from), dice.pick([0, 3, 30, -1])) : input.to),
  search: ({ dice }) => dice.pick([undefined, undefined, '听潮', '602', 'A室', '测试']),
  freePeriods: ({ input, dice }) =>
    dice.chance(0.2) ? [{ from: input.startOn, to: addDays(String(input.startOn), 14) }] : [],
  rises: ({ input, dice }) =>
    dice.chance(0.2) ? [{ from: addMonths(String(input.startOn), 6), rentFen: dice.pick(FEN) }] : [],
  handedOn: ({ today, dice }) => addDays(today, dice.pick([0, 0, 0, -1, 1])),
  lastOn: ({ today, dice }) => addDays(today, dice.pick([0, 20, 20, 60, -1])),
  paidOn: ({ today, dice }) => addDays(today, dice.pick([0, 0, -3, 1])),
  readings: ({ dice }) => (dice.chance(0.8) ? [{ meter: 'water', value: dice.pick([0, 1.5, 200, 99_999_999]) }] : []),
  deductions: ({ dice }) => (dice.chance(0.3) ? [{ ground: '欠付租金', amountFen: dice.pick(FEN) }] : []),
  moveInOn: ({ today }) => addDays(today, 20),
  installedOn: ({ dice, today }) => addDays(today, dice.pick([0, -30, -200, -400])),
  totalMilli: dial,
  valleyMilli: () => undefined,
  twoRates: ({ dice }) => dice.chance(0.05),
  statedUseMilli: ({ dice }) => dice.pick([undefined, undefined, undefined, 6_000]),
  insteadOf: ({ input, known, dice }) => {
    const recent = (known.get(input.meterId)?.value.recent ?? []) as { id: string }[]
    return dice.chance(0.2) ? recent.at(-1)?.id : undefined
  },
  pictureId: ({ route, input, dice }) => (route === 'recordReading' && dice.chance(0.9) ? undefined : input.pictureId),
  pictureIds: ({ input, dice }) => (dice.chance(0.8) ? undefined : input.pictureIds),
  device: plate,
  first: () => ({ totalMilli: 0 }),
  final: (ground) => ({ totalMilli: dial(ground) }),
  place: ({ dice }) => dice.pick([{ kind: 'whole' }, { kind: 'common' }, { kind: 'room', roomNo: 'A' }]),
  price: ({ dice }) => dice.pick(RATES),
  region: ({ dice }) => dice.pick(REGIONS),
  parent: ({ dice }) => dice.pick([undefined, ...REGIONS]),
  regionCode: ({ dice }) => dice.pick([ZHANGJIANG, ZHANGJIANG, TANG]),
  month: ({ dice }) => dice.pick([undefined, ...MONTHS]),
  hat: ({ dice }) => dice.pick(HATS),
  limit: ({ dice }) => dice.pick([undefined, 1, 2, 20, 50]),
  cursor: () => undefined,
  code: ({ route, wechat, dice, known }) =>
    route === 'joinStaff' || route === 'openInvitation'
      ? (dice.recent(known.of('inv'))?.value.code ?? 'ABCD2345')
      : route === 'bindPhone'
        ? wechat.phoneCode(`1380000${String(dice.int(10_000)).padStart(4, '0')}`)
        : wechat.loginCode(`openid-fuzz-${dice.int(300)}`),
  creditCode: ({ dice }) => dice.pick([undefined, '91310115MA1QAR019Y', '91350211M0000XUF46', '310115000012345']),
  account: ({ dice }) =>
    dice.pick([undefined, { bankName: '某某银行' }, { bankName: '某某银行', number: '6222021001112223334' }]),
  commandId: () => newId('cmd'),
}

/** The order in which fields lean on each other. */
const FIRST = ['dwellingId', 'meterId', 'startOn', 'from']

/** Gives every field that has one a sensible value; the others keep what was drawn. */
export function makeSense(fields: string[], ground: Ground): void {
  const ordered = [...fields].sort((one, other) => Number(FIRST.includes(other)) - Number(FIRST.includes(one)))
  for (const field of ordered) {
    const made = SENSE[field]?.(ground)
    if (field in SENSE) ground.input[field] = made
    if (ground.input[field] === undefined) delete ground.input[field]
  }
  if (ground.route === 'chargeUse' && ground.dice.chance(0.7)) Object.assign(ground.input, chargeable(ground))
}
