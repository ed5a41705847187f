import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { clientAt } from '../tools/database'
import type { Town } from './town'

const written: string[] = []
const write = process.stdout.write.bind(process.stdout)
/** From the first import on, everything that is written to standard output is kept for the search. */
process.stdout.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
  written.push(String(chunk))
  return write(chunk, ...rest)
}) as typeof process.stdout.write

/** Where any of these secrets stands in plain text: in either table, or in what was logged. */
export async function searchForSecrets(
  { tables, database }: Pick<Town, 'tables' | 'database'>,
  secrets: string[],
): Promise<string[]> {
  const client = clientAt(database.endpoint)
  const places: string[] = []
  for (const table of Object.values(tables)) {
    let start: Record<string, never> | undefined
    let rows = 0
    do {
      const page = await client.send(
        new ScanCommand({ TableName: table, Limit: 500, ...(start && { ExclusiveStartKey: start }) }),
      )
      for (const item of page.Items ?? []) {
        rows++
        const text = JSON.stringify(item)
        for (const secret of secrets)
          if (text.includes(secret)) places.push(`${table}: ${String(item.pk?.S)} ${String(item.sk?.S)}`)
      }
      start = page.LastEvaluatedKey as Record<string, never> | undefined
    } while (start)
    if (rows === 0) places.push(`${table} is empty: nothing was searched`)
  }
  client.destroy()
  const log = written.join('')
  if (!log.includes('"route"')) places.push('the log is empty: nothing was searched')
  return [...places, ...secrets.filter((secret) => log.includes(secret)).map(() => 'the log')]
}
