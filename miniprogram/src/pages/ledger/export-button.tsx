import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { useState } from 'react'
import { call } from '../../call'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { toast } from '../../components/feedback'
import { entriesCsv } from './entries-csv'
import type { LeasesById, ListedEntry } from './entry-words'
import { EXPORT_LABEL, saveText } from './save-text'

const LIMIT = 50

async function everyEntry(month: string): Promise<ListedEntry[]> {
  const entries: ListedEntry[] = []
  let cursor: string | undefined
  do {
    const page = await call(ledgerRoutes.listEntries, { month, limit: LIMIT, ...(cursor && { cursor }) })
    entries.push(...page.items)
    cursor = page.next
  } while (cursor)
  return entries
}

/** The whole month as a table for a spreadsheet. */
export function ExportButton({ month, leases }: { month: string; leases: LeasesById }) {
  const [pending, setPending] = useState(false)
  const run = async () => {
    setPending(true)
    await everyEntry(month)
      .then((entries) => saveText(`账本-${month}.csv`, entriesCsv(entries, leases)))
      .then(toast, (error: unknown) => toast(sentenceOf(error)))
    setPending(false)
  }
  return (
    <Button kind="quiet" small icon="download" loading={pending} onPress={() => void run()}>
      {EXPORT_LABEL}
    </Button>
  )
}
