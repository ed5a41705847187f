import { dayAt } from '@anju/shared/day'
import type { documentRoutes } from '@anju/shared/document/document.routes'
import { unitName } from '@anju/shared/dwelling/dwelling'
import { ACCOUNTS, type Account } from '@anju/shared/ledger/accounts'
import { type Book, balanceFen } from '@anju/shared/ledger/book'
import { EVENT_NAMES, PAY_METHOD_NAMES } from '@anju/shared/ledger/entry'
import { LINES, linesOf, resultsOf } from '@anju/shared/ledger/report'
import type { UseCase } from '../http/use-case'
import { readBooks } from '../ledger/ledger.store'
import { entriesFor, type ListedEntry } from './ledger-entries'
import { type Cell, type Sheet, workbook } from './spreadsheet'

const postingsOf = (entry: ListedEntry): Cell[][] =>
  entry.postings.map(({ debit, credit, amountFen, on }) => [
    entry.on,
    on,
    `${entry.reversalOf ? '红冲：' : ''}${EVENT_NAMES[entry.event]}`,
    ACCOUNTS[debit].name,
    ACCOUNTS[credit].name,
    { fen: amountFen },
    entry.method ? PAY_METHOD_NAMES[entry.method] : '',
    entry.dwellingId ?? '',
    entry.unit ? unitName(entry.unit) : '',
    entry.leaseId ?? '',
    entry.coversFrom ?? '',
    entry.coversTo ?? '',
    entry.note,
    entry.reversed ? '已红冲' : '',
    entry.id,
  ])

const entrySheet = (entries: ListedEntry[]): Sheet => ({
  name: '流水',
  heads: [
    '日期',
    '归属日',
    '摘要',
    '借方科目',
    '贷方科目',
    '金额（元）',
    '方式',
    '房屋编号',
    '出租单位',
    '租约编号',
    '所属期从',
    '所属期到',
    '备注',
    '状态',
    '分录编号',
  ],
  rows: entries.flatMap(postingsOf),
  widths: [12, 12, 18, 14, 14, 14, 10, 20, 12, 20, 12, 12, 24, 8, 34],
})

const money = (fen: number): Cell => ({ fen })

const monthSheet = (months: string[], books: Book[]): Sheet => ({
  name: '收支月报',
  heads: ['月份', '应计收入', '应计成本', '应计利润', '实收', '实付', '净收'],
  rows: months.map((month, index) => {
    const { accrual, cash } = resultsOf(books[index] as Book)
    return [
      month,
      money(accrual.incomeFen),
      money(accrual.costFen),
      money(accrual.incomeFen - accrual.costFen),
      money(cash.incomeFen),
      money(cash.costFen),
      money(cash.incomeFen - cash.costFen),
    ]
  }),
  widths: [10, 14, 14, 14, 14, 14, 14],
})

const lineSheet = (books: Book[]): Sheet => ({
  name: '收支项目',
  heads: ['项目', '收或支', '应计', '实收实付'],
  rows: linesOf(books).map(({ key, accrualFen, cashFen }) => [
    LINES[key].name,
    LINES[key].side === 'income' ? '收入' : '支出',
    money(accrualFen),
    money(cashFen),
  ]),
  widths: [16, 10, 14, 14],
})

const balanceSheet = (all: Book): Sheet => ({
  name: '试算平衡',
  heads: ['科目', '借方', '贷方', '余额'],
  rows: (Object.keys(ACCOUNTS) as Account[]).flatMap((account) => {
    const sides = all.totals[account]
    return sides
      ? [[ACCOUNTS[account].name, money(sides.debitFen), money(sides.creditFen), money(balanceFen(all, account))]]
      : []
  }),
  widths: [18, 16, 16, 16],
})

/** 账本 as a workbook: the entries of a year, its months and lines in both views, and the balances of all time. */
export const readSpreadsheet: UseCase<typeof documentRoutes.readSpreadsheet> = async (
  { year },
  { actor, now, store },
) => {
  const shown = year ?? dayAt(now).slice(0, 4)
  const months = Array.from({ length: 12 }, (_, index) => `${shown}-${String(index + 1).padStart(2, '0')}`)
  const names = [{}, ...months.map((period) => ({ period }))]
  const [[all, ...books], entries] = await Promise.all([
    readBooks(store, actor.holderId, names, now) as Promise<[Book, ...Book[]]>,
    entriesFor(store, actor.holderId, shown),
  ])
  return {
    fileName: `账本-${shown}.xlsx`,
    bytes: await workbook([entrySheet(entries), monthSheet(months, books), lineSheet(books), balanceSheet(all)]),
  }
}
