import * as z from 'zod'
import { Instant } from './day'
import type { CommandId, UserId } from './id'

/** Counts the changes of one aggregate from 1; a write is conditional on the version that was read. */
export const Version = z.int().min(1).max(1_000_000).meta({ description: 'the version that was read' })

export const aggregate = {
  version: Version,
  createdAt: Instant,
  revisedAt: Instant,
}
export interface Aggregate {
  id: string
  version: number
  createdAt: Instant
  revisedAt: Instant
}

/** Why an aggregate changed: becomes its line in the journal. Ids only, never names or numbers of documents. */
export interface Cause {
  kind: string
  by: UserId | 'system'
  now: Instant
  commandId?: CommandId
  digest?: string
}

/** The same aggregate, one version later. */
export function revise<T extends Aggregate>(before: T, changes: Partial<T>, now: Instant): T {
  return { ...before, ...changes, version: before.version + 1, revisedAt: now }
}
