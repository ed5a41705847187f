import type { ErrorCode } from '@anju/shared/errors'

/** `state` holds what is, `journal` what happened (append-only: the functions may not update or delete there). */
export type TableName = 'state' | 'journal'
export interface Key {
  pk: string
  sk: string
}
export type Row = Key & Record<string, unknown>

/** The only two conditions of a write. */
export type Condition = 'absent' | { version: number }

/** One write of a transaction; `refusal` is what the caller is told when its condition fails. */
export type Change = { table: TableName; when?: Condition; refusal?: ErrorCode } & ({ put: Row } | { remove: Key })

export interface Range {
  pk: string
  /** Sort keys that begin with this. */
  prefix?: string
  /** Inclusive bounds of the sort key. */
  from?: string
  to?: string
  /** Exclusive: continue behind this sort key, in the direction of reading. */
  after?: string
  descending?: boolean
  /** May miss what was written a moment ago, at half the cost: for what everybody browses. */
  eventual?: boolean
  limit: number
}

/** Told what each call consumed, in DynamoDB's read and write units. */
export type Used = (kind: 'read' | 'write', units: number) => void

export interface Store {
  get<T>(table: TableName, key: Key): Promise<T | undefined>
  /** In the order of the keys; at most 100. */
  getMany<T>(table: TableName, keys: Key[]): Promise<(T | undefined)[]>
  /** At most `limit` rows of one partition in sort order; fewer means that the range is exhausted. */
  query<T extends Row>(table: TableName, range: Range): Promise<T[]>
  /** All or nothing, at most 100 changes. @throws Conflict where a condition fails, DomainError server.busy where the database does not answer. */
  commit(changes: Change[]): Promise<void>
  /** The same store, telling what it consumes. */
  counting(used: Used): Store
}

/** A condition of a commit failed: nothing was written. */
export class Conflict extends Error {
  constructor(readonly refusal: ErrorCode | undefined) {
    super('conflict')
    this.name = 'Conflict'
  }
}
