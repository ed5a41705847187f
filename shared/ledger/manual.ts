import * as z from 'zod'
import { Day } from '../day'
import { Unit } from '../dwelling/dwelling'
import { DomainError, type FieldError } from '../errors'
import { DwellingId, LeaseId, PictureId } from '../id'
import { PositiveFen } from '../money'
import { sharesByMonth } from './by-month'
import { type Draft, EVENT_NAMES, type LedgerEvent, MAX_POSTINGS, PayMethod } from './entry'
import * as recipes from './recipes'

/** What a person books by hand, and what the event must say. Bills and leases book their own events. */
interface ManualFacts {
  /** In the words of the form. */
  label: string
  group: '支出' | '收入' | '押金' | '业主' | '调整'
  needs: readonly ManualField[]
}
export type ManualField = 'home' | 'lease' | 'covers' | 'months' | 'claim' | 'against' | 'account'

const cost = (label: string, needs: readonly ManualField[] = []): ManualFacts => ({ label, group: '支出', needs })
export const MANUAL = {
  repair_paid: cost('付了维修费'),
  utility_paid: cost('付了水、电、燃气、网络费'),
  cleaning_paid: cost('付了保洁费'),
  tax_paid: cost('付了税费'),
  agency_fee: cost('付了中介费', ['lease']),
  fit_out_paid: cost('付了装修款', ['home', 'months']),
  furniture_paid: cost('买了家具家电', ['home']),
  other_cost: cost('其他支出'),
  utility_passed_on: { label: '向租客转收水电费', group: '收入', needs: ['lease'] },
  fee_received: { label: '收到租客交的费用', group: '收入', needs: ['lease'] },
  rent_refunded: { label: '退给租客多付的租金', group: '收入', needs: ['lease'] },
  other_income: { label: '其他收入', group: '收入', needs: [] },
  deposit_taken: { label: '收到押金', group: '押金', needs: ['lease'] },
  deposit_returned: { label: '退还押金', group: '押金', needs: ['lease'] },
  deposit_deducted: { label: '从押金里扣', group: '押金', needs: ['lease', 'against'] },
  head_rent_paid: { label: '付给业主租金', group: '业主', needs: ['home', 'covers'] },
  head_deposit_paid: { label: '付给业主押金', group: '业主', needs: ['home'] },
  head_deposit_returned: { label: '业主退回押金', group: '业主', needs: ['home'] },
  paid_on_behalf: { label: '租客代付了欠业主的租金', group: '业主', needs: ['lease'] },
  penalty_due: { label: '租客应付违约金或赔偿', group: '调整', needs: ['lease'] },
  written_off: { label: '收不回来，核销', group: '调整', needs: ['lease', 'claim'] },
  opening: { label: '建账时已有的余额', group: '调整', needs: ['account'] },
} as const satisfies Partial<Record<LedgerEvent, ManualFacts>>
export type ManualEvent = keyof typeof MANUAL
export const ManualEvent = z.enum(Object.keys(MANUAL) as [ManualEvent, ...ManualEvent[]])
export const needsOf = (event: ManualEvent): readonly ManualField[] => MANUAL[event].needs

const MAX_MONTHS = 240

export const ManualEntry = z.object({
  event: ManualEvent,
  on: Day.meta({ description: 'the day on which it happened' }),
  amountFen: PositiveFen,
  dwellingId: DwellingId.optional(),
  unit: Unit.optional(),
  leaseId: LeaseId.optional(),
  coversFrom: Day.optional(),
  coversTo: Day.optional(),
  months: z.int().min(1).max(MAX_MONTHS).optional().meta({ description: 'over how many months it is spread' }),
  claim: z.enum(['rent', 'fee']).optional().meta({ description: 'which claim is given up' }),
  against: z.enum(['rent', 'fee', 'damage']).optional().meta({ description: 'what the deposit is used for' }),
  account: z.enum(recipes.OPENING_ACCOUNTS).optional().meta({ description: 'of an opening balance' }),
  method: PayMethod.optional(),
  voucherId: PictureId.optional(),
  note: z.string().trim().max(200).default(''),
})
export type ManualEntry = z.infer<typeof ManualEntry>

const ASKED: Record<ManualField, { path: keyof ManualEntry; message: string }> = {
  home: { path: 'dwellingId', message: '请选择房屋' },
  lease: { path: 'leaseId', message: '请选择租约' },
  covers: { path: 'coversFrom', message: '请填写这笔租金从哪天到哪天' },
  months: { path: 'months', message: '请填写分几个月摊销，一般是主租约剩下的月数' },
  claim: { path: 'claim', message: '请选择核销租金还是费用' },
  against: { path: 'against', message: '请选择押金抵扣什么' },
  account: { path: 'account', message: '请选择是哪一种余额' },
}

/** What is missing or does not fit. */
export function faultsOf(entry: ManualEntry): FieldError[] {
  const missing = needsOf(entry.event)
    .map((need) => ASKED[need])
    .filter(({ path }) => entry[path] === undefined)
  const { coversFrom, coversTo } = entry
  if (coversFrom === undefined) return missing
  if (coversTo === undefined) return [...missing, { path: 'coversTo', message: '请填写截止日' }]
  if (coversTo < coversFrom) return [...missing, { path: 'coversTo', message: '截止日不能早于起始日，请修改日期' }]
  if (sharesByMonth(entry.amountFen, coversFrom, coversTo).length > MAX_POSTINGS - 2)
    return [...missing, { path: 'coversTo', message: '一笔最多归属二十二个月，请分成几笔记' }]
  return missing
}

type Simple = Exclude<ManualEvent, 'head_rent_paid' | 'deposit_deducted' | 'written_off' | 'opening'>
const SIMPLE: Record<Simple, (happened: recipes.Happened) => Draft> = {
  repair_paid: recipes.repairPaid,
  utility_paid: recipes.utilityPaid,
  cleaning_paid: recipes.cleaningPaid,
  tax_paid: recipes.taxPaid,
  agency_fee: recipes.agencyFee,
  fit_out_paid: recipes.fitOutPaid,
  furniture_paid: recipes.furniturePaid,
  other_cost: recipes.otherCost,
  utility_passed_on: recipes.utilityPassedOn,
  fee_received: recipes.feeReceived,
  rent_refunded: recipes.rentRefunded,
  other_income: recipes.otherIncome,
  deposit_taken: recipes.depositTaken,
  deposit_returned: recipes.depositReturned,
  head_deposit_paid: recipes.headDepositPaid,
  head_deposit_returned: recipes.headDepositReturned,
  paid_on_behalf: recipes.paidOnBehalf,
  penalty_due: recipes.penaltyDue,
}

/** The entry of an event that a person tells. @throws request.invalid with every field that is missing */
export function draftOf(entry: ManualEntry): Draft {
  const fields = faultsOf(entry)
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
  const { event, on, amountFen, coversFrom = on, coversTo = coversFrom, claim, against, account } = entry
  const happened = { on, amountFen }
  if (event === 'head_rent_paid') return recipes.headRentPaidAlone({ ...happened, coversFrom, coversTo })
  if (event === 'deposit_deducted') return recipes.depositDeducted(against ?? 'rent')(happened)
  if (event === 'written_off') return recipes.writtenOff(claim ?? 'rent')(happened)
  if (event === 'opening') return recipes.opening(account ?? 'cash')(happened)
  return SIMPLE[event](happened)
}

/** The form's word for an event, or its name in the book. */
export const labelOf = (event: LedgerEvent): string =>
  event in MANUAL ? MANUAL[event as ManualEvent].label : EVENT_NAMES[event]
