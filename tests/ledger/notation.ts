import { ACCOUNTS, type Account } from '@anju/shared/ledger/accounts'
import { EVENT_NAMES, type LedgerEvent, type Posting } from '@anju/shared/ledger/entry'
import { parseYuan } from '@anju/shared/money'

/** What the notation says of one entry. */
export interface Written {
  on: string
  event: LedgerEvent
  postings: Posting[]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * The ledger as one writes it:
 *
 *     2026-06-03 rent due      rent_receivable ← deferred_rent   9000.00
 *     2026-06-10               deferred_rent   ← rent_income     6260.87
 *
 * A line with an event begins an entry; the lines under it without one are its further postings, each on its own day.
 */
export function written(text: string): Written[] {
  const entries: Written[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const match = /^(\S+)\s+(?:([a-z]+(?: [a-z]+)*)\s{2,})?(\w+)\s*←\s*(\w+)\s+([\d.,]+)$/.exec(line)
    const [, on = '', words, debit = '', credit = '', amount = ''] = match ?? []
    const amountFen = parseYuan(amount)
    if (!DAY.test(on) || !(debit in ACCOUNTS) || !(credit in ACCOUNTS) || amountFen === undefined)
      throw new Error(`not in the notation: ${line}`)
    const posting = { debit: debit as Account, credit: credit as Account, amountFen, on }
    if (words === undefined) {
      const last = entries.at(-1)
      if (!last) throw new Error(`a posting before any event: ${line}`)
      last.postings.push(posting)
      continue
    }
    const event = words.replace(/ /g, '_')
    if (!(event in EVENT_NAMES)) throw new Error(`no such event: ${words}`)
    entries.push({ on, event: event as LedgerEvent, postings: [posting] })
  }
  return entries
}
