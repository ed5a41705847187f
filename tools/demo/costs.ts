import { addDays, addMonths, type Day } from '@anju/shared/day'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseId } from '@anju/shared/id'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { ManualEvent } from '@anju/shared/ledger/manual'
import { ZHANGJIANG } from './cast'
import type { Home } from './scenes'
import { at, type Stage } from './stage'

/** Months that the book of the demo town has behind it. */
export const BOOK_MONTHS = 15

const QUARTERLY = { depositMonths: 1, rentMonths: 3 as const }

/** 付业主租金: every period that fell due, on its day; of who is behind the last one is still open. */
export async function payOwner(
  { act, newId }: Stage,
  holder: string,
  headLeaseId: HeadLeaseId,
  today: Day,
  { behind = false }: { behind?: boolean } = {},
): Promise<void> {
  const { plan, depositFen, agencyFeeFen, startOn } = await act(
    holder,
    headLeaseRoutes,
    'readHeadLease',
    { headLeaseId },
    at(today),
  )
  const pay = (kind: 'rent' | 'deposit' | 'agency_fee', on: Day, amountFen: number) => {
    const now = at(on, 11)
    const paid = { headLeaseId, entryId: newId('ent', now), kind, on, amountFen, method: 'bank' as const }
    return act(holder, headLeaseRoutes, 'recordHeadPayment', paid, now)
  }
  if (depositFen > 0) await pay('deposit', startOn, depositFen)
  if (agencyFeeFen > 0) await pay('agency_fee', startOn, agencyFeeFen)
  const fallen = plan.filter(({ dueOn, amountFen }) => dueOn < today && amountFen > 0)
  for (const { dueOn, amountFen } of behind ? fallen.slice(0, -1) : fallen) await pay('rent', dueOn, amountFen)
}

interface Cost {
  home: number
  event: ManualEvent
  /** Months before this one, and the day of the month. */
  ago: number
  day: number
  yuan: number
  note: string
  months?: number
}
const cost = (home: number, event: ManualEvent, ago: number, day: number, yuan: number, note: string): Cost => ({
  home,
  event,
  ago,
  day,
  yuan,
  note,
})

/** 宽带和公共水电, a little different every month. */
const utilitiesOf = (home: number): Cost[] =>
  Array.from({ length: BOOK_MONTHS }, (_, index) =>
    cost(home, 'utility_paid', index + 1, 8, 180 + ((index * 37 + home * 53) % 120), '公共部分水电和宽带'),
  )

const COSTS: readonly Cost[] = [
  ...[1, 4].flatMap(utilitiesOf),
  { ...cost(1, 'fit_out_paid', 15, 12, 36_000, '三间卧室翻新'), months: 36 },
  { ...cost(4, 'fit_out_paid', 14, 20, 28_800, '墙面、地板和灯具'), months: 36 },
  cost(1, 'furniture_paid', 15, 16, 9_600, '床、衣柜、书桌'),
  cost(4, 'furniture_paid', 14, 24, 12_600, '床、沙发、空调'),
  cost(0, 'repair_paid', 9, 5, 260, '更换厨房龙头'),
  cost(1, 'repair_paid', 11, 18, 420, '热水器维修'),
  cost(1, 'repair_paid', 4, 9, 180, '门锁更换电池和锁芯'),
  cost(2, 'repair_paid', 3, 21, 650, '卫生间渗水'),
  cost(3, 'repair_paid', 2, 14, 320, '空调加氟'),
  cost(4, 'repair_paid', 6, 27, 540, '燃气灶点火器'),
  cost(5, 'repair_paid', 1, 11, 150, '床架加固'),
  ...[10, 7, 4, 1].map((ago) => cost(5, 'cleaning_paid', ago, 25, 300, '公共区域保洁')),
  ...[9, 5, 2].map((ago) => cost(1, 'cleaning_paid', ago, 26, 240, '退租保洁')),
  ...[12, 6].map((ago) => cost(0, 'tax_paid', ago, 15, 410, '租赁相关税费')),
]

/** What homes cost over more than a year: owners, agency, fit-out and furniture, repairs, utilities, cleaning, taxes. */
export async function playCosts(stage: Stage, homes: readonly Home[], today: Day): Promise<void> {
  const { act, newId } = stage
  const month = (ago: number) => addMonths(`${today.slice(0, 7)}-01`, -ago)
  for (const { home, event, ago, day, yuan, note, months } of COSTS) {
    const { holder, dwelling } = homes[home] as Home
    const on = addDays(month(ago), day - 1)
    const now = at(on, 17)
    const told = { entryId: newId('ent', now), event, on, amountFen: yuan * 100, dwellingId: dwelling.id, note }
    const paid = { ...told, method: 'wechat' as const, ...(months && { months }) }
    await act(holder, ledgerRoutes, 'recordEntry', paid, now)
  }
  const [fourth, fifth] = [homes[3] as Home, homes[4] as Home]
  const now = at(month(BOOK_MONTHS), 10)
  const headLeaseId = stage.newId('hle', now, ZHANGJIANG)
  const together = {
    headLeaseId,
    dwellingIds: [fourth.dwelling.id, fifth.dwelling.id],
    bookFrom: addDays(month(BOOK_MONTHS), -10),
    startOn: month(BOOK_MONTHS),
    endOn: addDays(month(BOOK_MONTHS - 60), -1),
    rentFen: 860_000,
    payCycle: QUARTERLY,
    depositFen: 860_000,
    agencyFeeFen: 300_000,
    subletAllowed: true,
    ownerName: '沈国安',
  }
  await act(fourth.holder, headLeaseRoutes, 'recordHeadLease', together, now)
  await payOwner(stage, fourth.holder, headLeaseId, today)
}
