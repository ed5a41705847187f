import * as z from 'zod'
import { ACCOUNTS, type Account, accountsOf } from './accounts'
import { balanceFen, type Sums } from './book'

/** Income and cost in fen. */
export const Result = z.object({ incomeFen: z.int(), costFen: z.int() })
export type Result = z.infer<typeof Result>

const sumOf = (accounts: readonly Account[], fenOf: (account: Account) => number): number =>
  accounts.reduce((sum, account) => sum + fenOf(account), 0)

/** 权责发生制: what was earned and used up. */
export const accrualOf = (sums: Pick<Sums, 'totals'>): Result => ({
  incomeFen: sumOf(accountsOf('income'), (account) => balanceFen(sums, account)),
  costFen: sumOf(accountsOf('cost'), (account) => balanceFen(sums, account)),
})

const flowFen = ({ cash }: Pick<Sums, 'cash'>, account: Account): number => {
  const { inFen, outFen } = cash[account] ?? { inFen: 0, outFen: 0 }
  return inFen - outFen
}
const viewed = (view: 'income' | 'cost') =>
  (Object.keys(ACCOUNTS) as Account[]).filter((account) => ACCOUNTS[account].cashView === view)

/** 收付实现制: what came in and went out, without deposits and opening balances. */
export const cashOf = (sums: Pick<Sums, 'cash'>): Result => ({
  incomeFen: sumOf(viewed('income'), (account) => flowFen(sums, account)),
  costFen: -sumOf(viewed('cost'), (account) => flowFen(sums, account)),
})

/** Both views side by side; they never agree by design (rule sheet 8.3). */
export const Results = z.object({ accrual: Result, cash: Result })
export type Results = z.infer<typeof Results>
export const resultsOf = (sums: Sums): Results => ({ accrual: accrualOf(sums), cash: cashOf(sums) })

interface LineFacts {
  name: string
  side: 'income' | 'cost'
  accrual: readonly Account[]
  cash: readonly Account[]
}
/** 收支项目: what the book calls by several accounts, and a person by one word. */
export const LINES = {
  rent: {
    name: '租金',
    side: 'income',
    accrual: ['rent_income'],
    cash: ['rent_receivable', 'deferred_rent', 'rent_income'],
  },
  fees: { name: '费用', side: 'income', accrual: ['fee_income'], cash: ['fee_receivable', 'fee_income'] },
  penalties: { name: '违约金和赔偿', side: 'income', accrual: ['penalty_income'], cash: ['penalty_income'] },
  other_income: { name: '其他收入', side: 'income', accrual: ['other_income'], cash: ['other_income'] },
  head_rent: {
    name: '业主租金',
    side: 'cost',
    accrual: ['head_rent'],
    cash: ['head_rent_payable', 'deferred_head_rent', 'head_rent'],
  },
  agency: { name: '中介费', side: 'cost', accrual: ['agency'], cash: ['deferred_agency', 'agency'] },
  fit_out: { name: '装修', side: 'cost', accrual: ['fit_out_amortised'], cash: ['fit_out', 'fit_out_amortised'] },
  furniture: {
    name: '家具家电',
    side: 'cost',
    accrual: ['furniture_amortised'],
    cash: ['furniture', 'furniture_amortised'],
  },
  repair: { name: '维修', side: 'cost', accrual: ['repair'], cash: ['repair'] },
  utilities: { name: '水电燃气网络', side: 'cost', accrual: ['utilities'], cash: ['utilities'] },
  cleaning: { name: '保洁', side: 'cost', accrual: ['cleaning'], cash: ['cleaning'] },
  tax: { name: '税费', side: 'cost', accrual: ['tax'], cash: ['tax'] },
  written_off: { name: '坏账', side: 'cost', accrual: ['written_off'], cash: ['written_off'] },
  other_cost: { name: '其他支出', side: 'cost', accrual: ['other_cost'], cash: ['other_cost'] },
} as const satisfies Record<string, LineFacts>
export type LineKey = keyof typeof LINES
export const LineKey = z.enum(Object.keys(LINES) as [LineKey, ...LineKey[]])

/** The lines of several books together; those on which nothing happened are left out. */
export const linesOf = (books: readonly Sums[]): { key: LineKey; accrualFen: number; cashFen: number }[] =>
  LineKey.options
    .map((key) => {
      const { side, accrual, cash } = LINES[key]
      const sign = side === 'income' ? 1 : -1
      return {
        key,
        accrualFen: books.reduce((sum, book) => sum + sumOf(accrual, (account) => balanceFen(book, account)), 0),
        cashFen: sign * books.reduce((sum, book) => sum + sumOf(cash, (account) => flowFen(book, account)), 0) || 0,
      }
    })
    .filter(({ accrualFen, cashFen }) => accrualFen !== 0 || cashFen !== 0)
