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
