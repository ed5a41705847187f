import { addDays, addMonths, type Day } from '@anju/shared/day'
import type { Unit } from '@anju/shared/dwelling/dwelling'
import type { OccupantInput } from '@anju/shared/filing/occupant'
import { citizenNumber } from './cast'
import type { FilingPlan, TenancyPlan } from './scenes'

export const MONTHLY = { depositMonths: 1, rentMonths: 1 } as const
const QUARTERLY = { depositMonths: 1, rentMonths: 3 } as const
const WHOLE: Unit = { kind: 'whole' }
export const room = (roomNo: string): Unit => ({ kind: 'room', roomNo })
const bed = (bedNo: string): Unit => ({ kind: 'bed', roomNo: 'A', bedNo })

const CHILD: OccupantInput = {
  name: '周小宝',
  identityKind: 'citizen',
  identityNumber: citizenNumber('31011520180512001'),
  relation: 'child',
  supportRelation: true,
}

type Story = Omit<TenancyPlan, 'home'> & {
  home: number
  filing?: Omit<FilingPlan, 'leaseId' | 'tenant' | 'occupants' | 'on'> & { daysAgo?: number; with?: OccupantInput[] }
}

/** Every tenancy of the town and what became of its filing; months count from the first of this month. */
export const storiesOf = (today: Day): Story[] => {
  const month = (count: number) => addMonths(`${today.slice(0, 7)}-01`, count)
  return [
    {
      home: 0,
      unit: room('A'),
      tenant: 'zhou',
      rentFen: 320_000,
      payCycle: QUARTERLY,
      startOn: month(-8),
      months: 12,
      title: '朝南主卧，近地铁',
      persons: 2,
      filing: { by: 'zhou', until: 'approved', with: [CHILD] },
    },
    {
      home: 1,
      unit: room('A'),
      tenant: 'li',
      rentFen: 350_000,
      payCycle: MONTHLY,
      startOn: month(-1),
      months: 12,
      title: '带飘窗大主卧',
      late: true,
      filing: {
        by: 'chen',
        daysAgo: 6,
        until: 'returned',
        reasons: [
          { code: 'ADDRESS', explanation: '请核对门牌号，与产证一致' },
          { code: 'TITLE', explanation: '请补充产权证号' },
        ],
      },
    },
    {
      home: 1,
      unit: room('B'),
      tenant: 'neighbour-0',
      rentFen: 280_000,
      payCycle: MONTHLY,
      startOn: month(-14),
      months: 24,
      title: '安静次卧，家具齐全',
      filing: { by: 'neighbour-0', until: 'approved' },
    },
    {
      home: 2,
      unit: room('A'),
      tenant: 'neighbour-1',
      rentFen: 330_000,
      payCycle: QUARTERLY,
      startOn: month(-5),
      months: 12,
      title: '高区景观房',
      filing: { by: 'neighbour-1', until: 'approved' },
    },
    {
      home: 3,
      unit: WHOLE,
      tenant: 'neighbour-2',
      rentFen: 520_000,
      payCycle: QUARTERLY,
      startOn: month(-3),
      months: 24,
      title: '整租一室一厅，拎包入住',
      persons: 2,
      filing: { by: 'chen', daysAgo: 4, until: 'taken' },
    },
    {
      home: 4,
      unit: room('A'),
      tenant: 'neighbour-3',
      rentFen: 390_000,
      payCycle: MONTHLY,
      startOn: month(0),
      months: 12,
      title: '带独卫主卧',
      filing: { by: 'neighbour-3', daysAgo: 2 },
    },
    {
      home: 4,
      unit: room('B'),
      tenant: 'neighbour-4',
      rentFen: 300_000,
      payCycle: MONTHLY,
      startOn: month(0),
      months: 6,
      title: '次卧，可短租半年',
      filing: { by: 'chen', daysAgo: 1, until: 'asked' },
    },
    {
      home: 6,
      unit: WHOLE,
      tenant: 'neighbour-5',
      rentFen: 680_000,
      payCycle: QUARTERLY,
      startOn: month(-2),
      months: 12,
      title: '房东直租两室一厅',
      persons: 2,
      filing: {
        by: 'wang',
        daysAgo: 3,
        until: 'rejected',
        reasons: [{ code: 'ID', explanation: '证件已过有效期，请换领后重新备案' }],
      },
    },
    {
      home: 5,
      unit: bed('1'),
      tenant: 'neighbour-6',
      rentFen: 110_000,
      payCycle: MONTHLY,
      startOn: month(-4),
      months: 12,
      title: '青年公寓床位，含宽带',
      filing: { by: 'neighbour-6', until: 'withdrawn' },
    },
    {
      home: 2,
      unit: room('B'),
      tenant: 'neighbour-7',
      rentFen: 260_000,
      payCycle: MONTHLY,
      startOn: addDays(today, 3),
      months: 12,
      title: '朝南次卧',
      signedBy: 'lessor',
    },
  ]
}

export const ADVERTS = [
  {
    home: 0,
    unit: room('B'),
    title: '近地铁次卧，采光好',
    rentFen: 260_000,
    payCycle: QUARTERLY,
    daysAgo: 2,
    description: '步行八分钟到地铁站，小区安静，房间朝南。',
  },
  { home: 4, unit: room('C'), title: '安静小次卧', rentFen: 240_000, payCycle: MONTHLY, daysAgo: 1, description: '' },
  {
    home: 5,
    unit: bed('2'),
    title: '青年公寓 2 号床',
    rentFen: 110_000,
    payCycle: MONTHLY,
    daysAgo: 2,
    description: '宿舍型项目，含宽带和保洁。',
  },
  {
    home: 5,
    unit: bed('3'),
    title: '青年公寓 3 号床',
    rentFen: 111_000,
    payCycle: MONTHLY,
    daysAgo: 3,
    description: '宿舍型项目，含宽带和保洁。',
  },
  {
    home: 5,
    unit: bed('4'),
    title: '青年公寓 4 号床',
    rentFen: 112_000,
    payCycle: MONTHLY,
    daysAgo: 4,
    description: '宿舍型项目，含宽带和保洁。',
  },
]
