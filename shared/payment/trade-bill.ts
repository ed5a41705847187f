import type { Instant } from '../day'

/*
 * 交易账单 (bill_type ALL) as WeChat Pay writes it: a head line, one line a trade or refund, a head line of totals, the
 * totals. Every value begins with a backtick, so that spreadsheets leave it alone; times are Beijing's.
 */

/** One line of the bill. */
export interface TradeLine {
  at: Instant
  subMchId: string
  transactionId: string
  outTradeNo: string
  /** What happened: 退款 and 撤销 give money back. */
  state: 'SUCCESS' | 'REFUND' | 'REVOKED'
  /** 应结订单金额: what the merchant is settled for. */
  settledFen: number
  /** 订单金额: what the payer owed. */
  amountFen: number
  outRefundNo: string
  refundState: string
  /** 退款金额 */
  refundFen: number
  /** 手续费, in hundred-thousandths of a yuan; negative where it is given back. */
  feeParts: number
}

export interface TradeBill {
  lines: TradeLine[]
  settledFen: number
  refundFen: number
  /** 手续费总金额, rounded by WeChat. */
  feeFen: number
}

/** Why a text is no trade bill. */
export class NoTradeBill extends Error {
  constructor(what: string) {
    super(`no trade bill: ${what}`)
    this.name = 'NoTradeBill'
  }
}

const FEE_DECIMALS = 5
const TOTALS = ['总交易单数', '应结订单总金额', '退款总金额', '手续费总金额'] as const

/** "-12.34" → -1234 with two decimals; more decimals are refused unless they are zeros. */
function decimal(text: string, places: number): number {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?$/.exec(text)
  const [, sign = '', whole = '', rest = ''] = match ?? []
  if (!match || /[^0]/.test(rest.slice(places))) throw new NoTradeBill(`no amount: ${text}`)
  const value = Number(whole) * 10 ** places + Number(rest.slice(0, places).padEnd(places, '0'))
  return sign && value !== 0 ? -value : value
}
const fen = (text: string) => decimal(text, 2)

/** "2019-02-19 05:01:46" in Beijing → UTC. */
function instant(text: string): Instant {
  const time = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)
    ? Date.parse(`${text.replace(' ', 'T')}+08:00`)
    : Number.NaN
  if (Number.isNaN(time)) throw new NoTradeBill(`no time: ${text}`)
  return new Date(time).toISOString()
}

/** The cells of a line: only where a comma is followed by a backtick does a new one begin, so a name may hold commas. */
const cellsOf = (line: string): string[] => (line.startsWith('`') ? line.slice(1).split(',`') : line.split(','))

type Cells = (name: string) => string
function reader(head: string[], line: string): Cells {
  const cells = cellsOf(line)
  if (cells.length !== head.length) throw new NoTradeBill(`${cells.length} cells of ${head.length}`)
  return (name) => {
    const value = cells[head.indexOf(name)]
    if (value === undefined) throw new NoTradeBill(`no column ${name}`)
    return value.trim()
  }
}

function lineOf(cell: Cells): TradeLine {
  const state = cell('交易状态')
  if (state !== 'SUCCESS' && state !== 'REFUND' && state !== 'REVOKED') throw new NoTradeBill(`state ${state}`)
  return {
    at: instant(cell('交易时间')),
    subMchId: cell('特约商户号'),
    transactionId: cell('微信订单号'),
    outTradeNo: cell('商户订单号'),
    state,
    settledFen: fen(cell('应结订单金额')),
    amountFen: fen(cell('订单金额')),
    outRefundNo: cell('商户退款单号'),
    refundState: cell('退款状态'),
    refundFen: fen(cell('退款金额')),
    feeParts: decimal(cell('手续费'), FEE_DECIMALS),
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

/** Reads a bill; its totals must be those of its lines. @throws NoTradeBill */
export function parseTradeBill(text: string): TradeBill {
  const [first = '', ...rest] = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const totalsAt = rest.findIndex((line) => line.startsWith('总交易单数'))
  if (totalsAt < 0 || totalsAt + 2 !== rest.length) throw new NoTradeBill('it has no totals at its end')
  const head = first.split(',').map((name) => name.trim())
  const lines = rest.slice(0, totalsAt).map((line) => lineOf(reader(head, line)))
  const foot = (rest[totalsAt] as string).split(',').map((name) => name.trim())
  const total = reader(foot, rest[totalsAt + 1] as string)
  const [count, settledFen, refundFen, feeFen] = TOTALS.map((name) => fen(total(name))) as [
    number,
    number,
    number,
    number,
  ]
  const feeParts = sum(lines.map((line) => line.feeParts))
  const right =
    count === lines.length * 100 &&
    settledFen === sum(lines.map((line) => line.settledFen)) &&
    refundFen === sum(lines.map((line) => line.refundFen)) &&
    Math.abs(feeFen * 1_000 - feeParts) <= 500
  if (!right) throw new NoTradeBill('its totals are not those of its lines')
  return { lines, settledFen, refundFen, feeFen }
}
