import { addDays, addMonths, type Day, daysBetween, type Instant } from '../day'
import type { Block, Section } from '../document/paper'
import { pairs, says } from '../document/paper'
import { type Dwelling, ROOM_USE_NAMES, roomOf, UNIT_KIND_NAMES, unitName } from '../dwelling/dwelling'
import { payCycleName } from '../listing/listing'
import { yuan } from '../money'
import { moneyInWords, numeral } from '../numerals'
import { duties } from './contract-duties'
import type { Lease } from './lease'
import { FEE_KIND_NAMES, FeeKind, type LeaseTerms, STUB_BASIS_NAMES } from './terms'

/** A party as the contract names it; the number of the document is masked. */
export interface ContractParty {
  name: string
  identityName: string
  identityMasked: string
}
export interface ContractFacts {
  lease: Lease
  dwelling: Pick<Dwelling, 'communityName' | 'titleNo' | 'buildingAreaSquareMetres' | 'rooms' | 'propertyKind'>
  lessor: ContractParty
  lessee: ContractParty
}

const date = (day: Day): string => {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${dayOfMonth} 日`
}
const money = (amountFen: number): string => `¥${yuan(amountFen)}（${moneyInWords(amountFen)}）`

/** "十二个月", "三个月零十五天": the term from its first day to its last, both included. */
export function termInWords(startOn: Day, endOn: Day): string {
  const behind = addDays(endOn, 1)
  let months = 0
  while (addMonths(startOn, months + 1) <= behind) months++
  const days = daysBetween(addMonths(startOn, months), behind)
  if (months === 0) return `${numeral(days)}天`
  return `${numeral(months)}个月${days > 0 ? `零${numeral(days)}天` : ''}`
}

function home({ lease, dwelling }: ContractFacts): Block[] {
  const room = roomOf(dwelling, lease.unit)
  const area = room?.usableAreaSquareMetres
  return [
    pairs(
      ['房屋坐落', lease.addressText],
      ['小区', dwelling.communityName],
      ['出租部分', `${UNIT_KIND_NAMES[lease.unit.kind]}　${unitName(lease.unit)}`],
      ...(room ? [['房间用途', ROOM_USE_NAMES[room.originalUse]] as const] : []),
      ...(area ? [['使用面积', `${area} 平方米`] as const] : []),
      ...(dwelling.buildingAreaSquareMetres
        ? [['建筑面积', `${dwelling.buildingAreaSquareMetres} 平方米`] as const]
        : []),
      ['不动产权证号', dwelling.titleNo ?? '由甲方另行出示'],
    ),
    says(
      '甲方保证对该房屋有权出租，并在签约前向乙方出示权属证明或者有权出租的证明。房屋已设抵押的，甲方应当书面告知乙方。',
    ),
  ]
}

function term(terms: LeaseTerms): Block[] {
  return [
    says(
      `租期自 ${date(terms.startOn)} 起，至 ${date(terms.endOn)} 止，首尾两日均计入，共${termInWords(terms.startOn, terms.endOn)}。`,
    ),
    says(
      terms.freePeriods.length === 0
        ? '本合同不设免租期。'
        : `免租期：${terms.freePeriods.map(({ from, to }) => `${date(from)}至 ${date(to)}`).join('；')}。免租期内不计租金，其他费用照付。`,
    ),
    says('租期届满前，乙方希望续租或者任何一方不再续租的，应当及早告知对方。同等条件下，乙方有优先承租的权利。'),
  ]
}

const dueWhen = ({ payCycle, dueDaysBefore }: LeaseTerms): string =>
  payCycle.rentMonths === 0
    ? `租金一次付清，于起租日前 ${dueDaysBefore} 日支付。`
    : `租金每${numeral(payCycle.rentMonths)}个月支付一次，于每期首日前 ${dueDaysBefore} 日支付。`

function rent(terms: LeaseTerms): Block[] {
  return [
    says(`月租金为${money(terms.rentFen)}，付款方式为${payCycleName(terms.payCycle)}。${dueWhen(terms)}`),
    ...(terms.rises.length > 0
      ? [
          says(
            `租金调整：${terms.rises.map(({ from, rentFen }) => `自 ${date(from)}起月租金为${money(rentFen)}`).join('；')}。`,
          ),
        ]
      : [says('租期内月租金不变，任何一方不得单方调整。')]),
    says(`不足一个月的天数，租金${STUB_BASIS_NAMES[terms.stubBasis]}计算。`),
    says(
      terms.lateFeePerDayPpm > 0
        ? `乙方逾期付款的，每逾期一日按欠付金额的万分之${terms.lateFeePerDayPpm / 100}支付违约金。`
        : '双方未约定逾期付款的违约金。',
    ),
    says(
      terms.arrearsTerminateDays === undefined
        ? '乙方欠付租金的，甲方应当先催告并给予合理期限；期满仍不支付的，甲方可以解除合同。'
        : `乙方欠付租金满 ${terms.arrearsTerminateDays} 日，经甲方催告并在合理期限内仍不支付的，甲方可以解除合同。`,
    ),
  ]
}

function deposit({ deposit: { amountFen, returnDays, deductionGrounds } }: LeaseTerms): Block[] {
  if (amountFen === 0) return [says('本合同不收取押金。')]
  return [
    pairs(
      ['押金数额', money(amountFen)],
      ['返还时间', returnDays === undefined ? '未约定' : `房屋交还并结清之日起 ${returnDays} 日内`],
      ['扣减事由', deductionGrounds.join('；') || '未约定'],
    ),
    says(
      '甲方收取押金应当出具收据。除上列事由和乙方欠付的租金、费用外，甲方不得扣减押金；扣减应当逐项列明金额和事由。',
    ),
  ]
}

function fees(terms: LeaseTerms): Block[] {
  const rows = FeeKind.options.map((kind) => {
    const fee = terms.fees.find((each) => each.kind === kind)
    const payer = fee === undefined ? '未约定' : fee.payer === 'lessor' ? '甲方' : '乙方'
    return [FEE_KIND_NAMES[kind], payer, fee?.monthlyFen ? `每月 ¥${yuan(fee.monthlyFen)}，随租金支付` : '据实结算']
  })
  return [
    says('租期内与房屋有关的费用由下列一方承担，未约定的由双方另行商定：'),
    {
      kind: 'table',
      columns: [
        { title: '费用', share: 3 },
        { title: '承担方', share: 2, align: 'center' },
        { title: '计费方式', share: 5 },
      ],
      rows: rows.map(([name, payer, way]) => [
        name as string,
        payer as string,
        payer === '未约定' ? '—' : (way as string),
      ]),
    },
  ]
}

/** 住房租赁合同 as the twenty clauses of the model lease order it (CT-01), in our own words. */
export function contractOf(facts: ContractFacts): Section[] {
  const { lease } = facts
  const said = duties(lease)
  const sections: [string, Block[]][] = [
    ['房屋基本情况', home(facts)],
    ['租赁用途', said.use],
    ['转租', said.sublease],
    ['租赁期限', term(lease)],
    ['租金', rent(lease)],
    ['押金', deposit(lease)],
    ['其他费用', fees(lease)],
    ['房屋交付与返还', said.handover],
    ['房屋使用与装修', said.fitOut],
    ['房屋维修', said.repairs],
    ['优先购买', said.preemption],
    ['个人信息保护', said.privacy],
    ['甲方的权利和义务', said.lessor],
    ['乙方的权利和义务', said.lessee],
    ['违约责任', said.breach],
    ['合同的变更与终止', said.change],
    ['不可抗力', said.force],
    ['通知', said.notice],
    ['争议解决', said.disputes],
    ['其他约定', [says(lease.remarks || '无。'), ...said.others]],
  ]
  return sections.map(([title, blocks], index) => ({ title: `第${numeral(index + 1)}条　${title}`, blocks }))
}

/** "2026-11-20 10:05:00" in Shanghai, as a signature shows it. */
export const shanghaiTime = (instant: Instant): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
