import * as z from 'zod'

/** 资产 and 成本 grow by debit; 负债, 权益 and 收入 by credit. */
type AccountKind = 'asset' | 'liability' | 'equity' | 'income' | 'cost'
/** What money against this account is in the cash view: earned, spent, or neither (deposits, opening balances). */
type CashView = 'income' | 'cost' | 'neither'

interface AccountFacts {
  kind: AccountKind
  name: string
  cashView: CashView
}

/** 科目表 (rule sheet 8.3). A deposit is a liability, never income (CT-09). */
export const ACCOUNTS = {
  cash: { kind: 'asset', name: '现金及存款', cashView: 'neither' },
  rent_receivable: { kind: 'asset', name: '应收租金', cashView: 'income' },
  fee_receivable: { kind: 'asset', name: '应收费用', cashView: 'income' },
  head_deposit_paid: { kind: 'asset', name: '付给业主的押金', cashView: 'neither' },
  deferred_head_rent: { kind: 'asset', name: '待摊业主租金', cashView: 'cost' },
  fit_out: { kind: 'asset', name: '待摊装修', cashView: 'cost' },
  furniture: { kind: 'asset', name: '待摊家具家电', cashView: 'cost' },
  deferred_agency: { kind: 'asset', name: '待摊中介费', cashView: 'cost' },
  deposit_held: { kind: 'liability', name: '应退押金', cashView: 'neither' },
  deferred_rent: { kind: 'liability', name: '未到期租金', cashView: 'income' },
  head_rent_payable: { kind: 'liability', name: '应付业主租金', cashView: 'cost' },
  opening: { kind: 'equity', name: '期初权益', cashView: 'neither' },
  rent_income: { kind: 'income', name: '租金收入', cashView: 'income' },
  fee_income: { kind: 'income', name: '费用收入', cashView: 'income' },
  penalty_income: { kind: 'income', name: '违约金和赔偿收入', cashView: 'income' },
  other_income: { kind: 'income', name: '其他收入', cashView: 'income' },
  head_rent: { kind: 'cost', name: '业主租金', cashView: 'cost' },
  agency: { kind: 'cost', name: '中介费', cashView: 'cost' },
  fit_out_amortised: { kind: 'cost', name: '装修摊销', cashView: 'cost' },
  furniture_amortised: { kind: 'cost', name: '家具家电摊销', cashView: 'cost' },
  repair: { kind: 'cost', name: '维修', cashView: 'cost' },
  utilities: { kind: 'cost', name: '水电燃气网络', cashView: 'cost' },
  cleaning: { kind: 'cost', name: '保洁', cashView: 'cost' },
  tax: { kind: 'cost', name: '税费', cashView: 'cost' },
  written_off: { kind: 'cost', name: '坏账', cashView: 'cost' },
  other_cost: { kind: 'cost', name: '其他支出', cashView: 'cost' },
} as const satisfies Record<string, AccountFacts>

export type Account = keyof typeof ACCOUNTS
const NAMES = Object.keys(ACCOUNTS) as [Account, ...Account[]]
export const Account = z.enum(NAMES)

export const accountsOf = (kind: AccountKind): Account[] => NAMES.filter((account) => ACCOUNTS[account].kind === kind)

export const growsByDebit = (account: Account): boolean => {
  const { kind } = ACCOUNTS[account]
  return kind === 'asset' || kind === 'cost'
}
