import type { Input } from '@anju/shared/contract/route'
import type { Entry } from '@anju/shared/ledger/entry'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { afterOf, cursorOf } from '../http/cursor'
import type { UseCase } from '../http/use-case'
import type { Key, Row } from '../store/store'
import { entriesOf, entriesOfLease } from './ledger.rows'

type Line = Entry & Row & { reversed: boolean }
type Asked = Input<typeof ledgerRoutes.listEntries>

/** Lines that a page looks at, at the most; fewer found than asked for, and there is still more behind. */
const MOST_READ = 500
const CHUNK = 100

const fits =
  ({ month, event, words }: Asked) =>
  (line: Line): boolean =>
    (month === undefined || line.on.startsWith(month)) &&
    (event === undefined || line.event === event) &&
    (words === undefined || line.note.includes(words))

/** 流水, newest first: of a month, of a lease, of one event, with a word in the note. */
export const listEntries: UseCase<typeof ledgerRoutes.listEntries> = async (input, { actor, store, secrets }) => {
  const { limit, cursor, leaseId, month, event, words } = input
  const range = leaseId ? entriesOfLease(actor.holderId, leaseId) : entriesOf(actor.holderId, month)
  const question = [range.pk, range.prefix, month, event, words].join('\n')
  const filtered = event !== undefined || words !== undefined || leaseId !== undefined
  const found: { line: Line; at: string }[] = []
  let after = afterOf(secrets, question, cursor)
  let more = true
  for (let read = 0; more && found.length <= limit && read < MOST_READ; ) {
    const chunk = filtered ? CHUNK : limit + 1
    const rows = await store.query<Row>('state', {
      ...range,
      descending: true,
      limit: chunk,
      ...(after !== undefined && { after }),
    })
    const lines = leaseId
      ? await store.getMany<Line>(
          'state',
          rows.map(({ pk, line }): Key => ({ pk, sk: String(line) })),
        )
      : (rows as Line[])
    rows.forEach((row, index) => {
      const line = lines[index]
      if (line && fits(input)(line)) found.push({ line, at: row.sk })
    })
    read += rows.length
    after = rows.at(-1)?.sk ?? after
    more = rows.length === chunk
  }
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1)?.at : more ? after : undefined
  return { items: page.map(({ line }) => line), ...(last !== undefined && { next: cursorOf(secrets, question, last) }) }
}
