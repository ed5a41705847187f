import { mayDecide } from '@anju/shared/filing/desk'
import type { Filing } from '@anju/shared/filing/filing'
import type { UserId } from '@anju/shared/id'
import { clerksOf } from '../person/person.store'
import type { Row, Store } from '../store/store'

type ClerkRow = Row & { userId: UserId; name: string }
/** A desk has a few dozen clerks; one page holds them all. */
const CLERKS_A_DESK = 200

/** Those at the desks of a case who may decide it, but for who has it now. */
export async function colleaguesOn(store: Store, filing: Filing): Promise<{ id: UserId; name: string }[]> {
  const desks = [filing.townCode, ...(filing.committeeCode ? [filing.committeeCode] : [])]
  const read = desks.map((desk) => store.query<ClerkRow>('state', { ...clerksOf(desk), limit: CLERKS_A_DESK }))
  const clerks = new Map((await Promise.all(read)).flat().map(({ userId, name }) => [userId, { id: userId, name }]))
  return [...clerks.values()].filter(({ id }) => id !== filing.takenBy && mayDecide(filing, id))
}
