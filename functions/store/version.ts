import type { Aggregate } from '@anju/shared/aggregate'
import { DomainError } from '@anju/shared/errors'

/** A command holds only for the version that its maker saw. @throws request.changed */
export function expectVersion(aggregate: Aggregate, version: number): void {
  if (aggregate.version !== version) throw new DomainError('request.changed')
}
