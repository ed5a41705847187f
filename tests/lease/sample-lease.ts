import type { Lessor } from '@anju/shared/business/lessor'
import type { DwellingId, LeaseId, ListingId, RequestId, UserId } from '@anju/shared/id'
import type { Handover, HandoverFacts } from '@anju/shared/lease/handover'
import type { Lease } from '@anju/shared/lease/lease'
import type { LeaseStatus } from '@anju/shared/lease/lifecycle'
import { LeaseTerms } from '@anju/shared/lease/terms'

const ULID = '01HZZZZZZZZZZZZZZZZZZZZZZZ'
export const LESSOR = `usr_${ULID}` as UserId
export const LESSEE = 'usr_01HYYYYYYYYYYYYYYYYYYYYYYY' as UserId
export const PRIVATE: Lessor = {
  kind: 'person',
  homes: 1,
  hasAccount: false,
  regionCode: '310115125',
  on: '2026-03-01',
}
/** 押一付三 at 3,000 from 2026-03-10: case A of the rule sheet; today is the last day of its early move-out. */
export const TODAY = '2026-07-25'
export const TERMS: LeaseTerms = LeaseTerms.parse({
  startOn: '2026-03-10',
  endOn: '2027-03-09',
  rentFen: 300_000,
  payCycle: { depositMonths: 1, rentMonths: 3 },
  deposit: { amountFen: 300_000, returnDays: 7, deductionGrounds: ['欠付费用', '人为损坏'] },
})

export const HANDED: HandoverFacts = {
  handedOn: '2026-03-10',
  items: [{ name: '床', count: 1, condition: 'good', note: '' }],
  readings: [{ meter: 'water', value: 120.5, replaced: false }],
  keyCount: 2,
  note: '',
}
const at = '2026-03-10T02:00:00.000Z'
const handover = (kind: 'entry' | 'exit', handedOn: string): Handover => ({
  ...HANDED,
  handedOn,
  kind,
  proposedBy: LESSOR,
  proposedAt: at,
  confirmedBy: LESSEE,
  confirmedAt: at,
})

/** The lease in a state, with what led there. */
export function leaseIn(status: LeaseStatus): Lease {
  const lived = ['active', 'notice', 'holdover', 'ended', 'renewed', 'settled'].includes(status)
  return {
    ...TERMS,
    id: `lea_310115125_${ULID}` as LeaseId,
    version: 7,
    createdAt: '2026-03-01T02:00:00.000Z',
    revisedAt: at,
    requestId: `ask_310115125_${ULID}` as RequestId,
    listingId: `lst_310115125_${ULID}` as ListingId,
    dwellingId: `dwl_310115125_${ULID}` as DwellingId,
    unit: { kind: 'whole' },
    addressText: '上海市浦东新区张江镇方圆路1弄1号1室',
    lessorId: LESSOR,
    lessorName: '陈房东',
    lesseeId: LESSEE,
    lesseeName: '周租客',
    status,
    warnings: [],
    signatures: [],
    pastTexts: [],
    ...(lived && { entry: handover('entry', '2026-03-10') }),
    ...(status === 'ended' || status === 'settled' ? { exit: handover('exit', TODAY) } : {}),
    ...(status === 'ended' && {
      ending: { ground: 'early' as const, lastOn: TODAY, reason: '工作调动', by: LESSEE, givenAt: at, penaltyFen: 0 },
    }),
  }
}
