import { type Departure, type Invitation, isOpen, MOST_STAFF, rolesFor } from '@anju/shared/business/staff'
import type { staffRoutes } from '@anju/shared/business/staff.routes'
import type { InvitationId, UserId } from '@anju/shared/id'
import type { Person } from '@anju/shared/person/person'
import type * as z from 'zod'
import type { UseCase } from '../http/use-case'
import { personRecord } from '../person/person.store'
import { findMany } from '../store/record'
import type { Row, Store } from '../store/store'
import { departuresOf, invitationRecord, invitationsOf, staffOf, viewInvitation } from './staff.store'

const MOST_DEPARTURES = 20

const people = async (store: Store, ids: UserId[]) =>
  (await findMany(
    store,
    ids.map((id) => [personRecord, id]),
  )) as (Person | undefined)[]

/** 我的员工, the invitations that are still open, and who left lately. */
export const listStaff: UseCase<typeof staffRoutes.listStaff> = async (_input, { actor, now, store, secrets }) => {
  const { holderId } = actor
  const [staff, invited, left] = await Promise.all([
    store.query<Row & { userId: UserId }>('state', { ...staffOf(holderId), limit: MOST_STAFF }),
    store.query<Row & { id: InvitationId }>('state', {
      ...invitationsOf(holderId),
      descending: true,
      limit: MOST_STAFF,
    }),
    store.query<Row & Omit<z.infer<typeof Departure>, 'name'>>('state', {
      ...departuresOf(holderId),
      descending: true,
      limit: MOST_DEPARTURES,
    }),
  ])
  const ids = [...new Set([...staff, ...left].map(({ userId }) => userId))]
  const [persons, invitations] = await Promise.all([
    people(store, ids),
    findMany(
      store,
      invited.map(({ id }) => [invitationRecord, id]),
    ) as Promise<(Invitation | undefined)[]>,
  ])
  const byId = new Map(ids.map((id, index) => [id, persons[index]]))
  const nameOf = (id: UserId) => byId.get(id)?.realName ?? '已注销'
  return {
    items: staff.flatMap(({ userId }) => {
      const person = byId.get(userId)
      return person ? [{ userId, name: nameOf(userId), roles: rolesFor(person, holderId) }] : []
    }),
    invitations: invitations.flatMap((invitation) =>
      invitation && isOpen(invitation, now) ? [viewInvitation(secrets, now, invitation)] : [],
    ),
    departures: left.map(({ userId, roles, at, by, note }) => ({ userId, name: nameOf(userId), roles, at, by, note })),
  }
}
