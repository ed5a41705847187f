import type { Aggregate, Cause } from '@anju/shared/aggregate'
import { DomainError, type ErrorCode } from '@anju/shared/errors'
import { type AnyId, isLocal, kindOf, regionOf } from '@anju/shared/id'
import type { Change, Key, Row, Store } from './store'

/** A row that repeats part of an aggregate under another key, so that a list is one query. Written with it, in one transaction. */
export interface Link extends Row {
  /** A link that must be nobody else's: what the caller is told when it is taken. */
  unique?: ErrorCode
  /** Written when it first appears and not again, since another takes it away: a row that falls due. */
  once?: true
}

/** How one kind of aggregate lies in the `state` table. */
export interface RecordKind<T extends Aggregate> {
  sk: string
  notFound: ErrorCode
  /** Pure function of the aggregate: what a list or a claim needs. */
  links: (aggregate: T) => Link[]
}

/** Every key begins with its region or its owner, never with what all cities share. */
export const partitionOf = (id: string): string => (isLocal(kindOf(id)) ? `${regionOf(id)}#${id}` : id)

/** One line of the journal: which aggregate became which version, why, by whom. Ids only. */
export interface JournalLine extends Row {
  aggregateId: string
  version: number
  kind: string
  by: string
  at: string
  commandId?: string
  digest?: string
}

const lineSk = (version: number) => `v${String(version).padStart(8, '0')}`

/** A row as the aggregate that it holds. */
export const withoutKey = <T>(row: (T & Key) | undefined): T | undefined => {
  if (!row) return undefined
  const { pk: _pk, sk: _sk, ...aggregate } = row
  return aggregate as unknown as T
}

export const find = async <T extends Aggregate>(
  store: Store,
  record: RecordKind<T>,
  id: AnyId | string,
): Promise<T | undefined> => withoutKey(await store.get<T & Key>('state', { pk: partitionOf(id), sk: record.sk }))

/** Several aggregates of any kinds in one request, in the order asked for. */
export async function findMany(
  store: Store,
  asked: [Pick<RecordKind<never>, 'sk'>, AnyId | string][],
): Promise<unknown[]> {
  const keys = asked.map(([record, id]) => ({ pk: partitionOf(id), sk: record.sk }))
  return (await store.getMany<Key>('state', keys)).map((row) => withoutKey(row))
}

/** @throws DomainError the record's not-found code */
export async function read<T extends Aggregate>(store: Store, record: RecordKind<T>, id: AnyId | string): Promise<T> {
  const aggregate = await find(store, record, id)
  if (!aggregate) throw new DomainError(record.notFound)
  return aggregate
}

/** The changes that save one aggregate: itself on its condition, its links, its line in the journal. No state without its cause. */
export function save<T extends Aggregate>(
  record: RecordKind<T>,
  before: T | undefined,
  after: T,
  cause: Cause,
): Change[] {
  const pk = partitionOf(after.id)
  const line: JournalLine = {
    pk,
    sk: lineSk(after.version),
    aggregateId: after.id,
    version: after.version,
    kind: cause.kind,
    by: cause.by,
    at: cause.now,
    ...(cause.commandId && { commandId: cause.commandId }),
    ...(cause.digest && { digest: cause.digest }),
  }
  return [
    {
      table: 'state',
      put: { ...after, pk, sk: record.sk } as unknown as Row,
      when: before ? { version: before.version } : 'absent',
    },
    ...moveLinks(before ? record.links(before) : [], record.links(after)),
    { table: 'journal', put: line, when: 'absent' },
  ]
}

function moveLinks(before: Link[], after: Link[]): Change[] {
  const name = (key: Key) => `${key.pk}\n${key.sk}`
  const kept = new Set(after.map(name))
  const had = new Set(before.map(name))
  return [
    ...before
      .filter((link) => !kept.has(name(link)))
      .map(({ pk, sk }): Change => ({ table: 'state', remove: { pk, sk } })),
    ...after
      .filter((link) => !link.once || !had.has(name(link)))
      .map(
        ({ unique, once: _once, ...row }): Change => ({
          table: 'state',
          put: row as Row,
          ...(unique && !had.has(name(row as Row)) && { when: 'absent' as const, refusal: unique }),
        }),
      ),
  ]
}
