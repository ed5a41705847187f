import type { Cause } from '@anju/shared/aggregate'
import type { Instant } from '@anju/shared/day'
import { DomainError, sentenceOf } from '@anju/shared/errors'
import type { RowOutcome } from '@anju/shared/import/import'
import type { importRoutes } from '@anju/shared/import/import.routes'
import type { Actor, UseCase } from '../http/use-case'
import type { Secrets } from '../secret/secrets'
import { Conflict, type Store } from '../store/store'
import { importHome } from './import-home'
import { importLease } from './import-lease'
import { importOpening } from './import-opening'

/** What every row is written with. */
export interface Importing {
  actor: Actor
  now: Instant
  store: Store
  secrets: Secrets
  cause: (kind: string) => Cause
}

/**
 * 写入一批: each row in a transaction of its own, under an id made of the holder and of what the row is about. So a slice
 * that comes again adds nothing, an import that broke off goes on where it stopped, and one bad row spoils no other.
 */
export const importRows: UseCase<typeof importRoutes.importRows> = async ({ homes, leases, openings }, context) => {
  const each = async <T>(rows: T[], write: (row: T, importing: Importing) => Promise<RowOutcome>) => {
    const outcomes: RowOutcome[] = []
    for (const row of rows) outcomes.push(await told(() => write(row, context)))
    return outcomes
  }
  return {
    homes: await each(homes, importHome),
    leases: await each(leases, importLease),
    openings: await each(openings, importOpening),
  }
}

const TRIES = 4

/** A refusal is the row's own; only what may pass by itself ends the slice, which is then sent again. */
async function told(write: () => Promise<RowOutcome>): Promise<RowOutcome> {
  for (let tries = 1; ; tries++)
    try {
      return await write()
    } catch (error) {
      // Somebody wrote the same meanwhile: read again, it is there by now.
      if (error instanceof Conflict && tries < TRIES) continue
      const refusal = error instanceof Conflict ? new DomainError(error.refusal ?? 'request.changed') : error
      if (!(refusal instanceof DomainError) || refusal.code === 'server.busy') throw refusal
      return { outcome: 'refused', message: refusal.details.fields?.[0]?.message ?? sentenceOf(refusal) }
    }
}
