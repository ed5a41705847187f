import { staffRoutes } from '@anju/shared/business/staff.routes'
import type { UserId } from '@anju/shared/id'
import type { Hat, Me } from '@anju/shared/person/person'
import { personRoutes } from '@anju/shared/person/person.routes'
import { isTeam, type Role, STAFF_ROLES } from '@anju/shared/person/role'
import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { keepHolder, readHolder } from '../auth/acting-for'
import { useSignedIn, watchToken } from '../auth/token'
import { queryClient } from '../query-client'
import { useCall } from '../use-call'

const KEY = 'hat'
const listeners = new Set<() => void>()

export const hatKey = ({ role, region, holderId }: Hat): string =>
  [role, region ?? holderId].filter((part) => part !== undefined).join('@')

const readChoice = (): string => Taro.getStorageSync<string>(KEY) || ''
const tell = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
watchToken(tell)

function choose(hat: Hat): void {
  Taro.setStorageSync(KEY, hatKey(hat))
  if ((hat.holderId ?? '') !== readHolder()) {
    keepHolder(hat.holderId ?? '')
    void queryClient.resetQueries()
  }
  tell()
}

/** Work that waits for a person comes before one's own affairs; for somebody else one works by choice only. */
const ORDER: readonly Role[] = [...STAFF_ROLES, 'sublandlord', 'landlord', 'owner', 'tenant']
const highest = (hats: readonly Hat[]): Hat | undefined =>
  hats.filter(({ role }) => !isTeam(role)).sort((one, other) => ORDER.indexOf(one.role) - ORDER.indexOf(other.role))[0]

/** The person who is logged in; nothing is asked for a guest. */
export const useMe = () => useCall(personRoutes.readMe, {}, { enabled: useSignedIn() })

/** For which holder the person works now; empty where they act for themselves. */
export const useHolderId = (): string => useSyncExternalStore(subscribe, readHolder)

/** What the holders are called for whom the person works. */
export function useHolders(enabled: boolean) {
  const { data } = useCall(staffRoutes.listHolders, {}, { enabled })
  return data?.items ?? []
}

export interface HatInUse {
  /** Absent for a guest, and until it is read: see `pending`. */
  me: Me | undefined
  hat: Hat | undefined
  /** As whom they are a party: the holder for whom they work, or themselves. */
  partyId: UserId | undefined
  choose: (hat: Hat) => void
  /** Logged in, but not yet known who it is. */
  pending: boolean
}

/** 身份: in which of their roles the person is here now, kept on this device. */
export function useHat(): HatInUse {
  const signedIn = useSignedIn()
  const { data, isPending } = useMe()
  const choice = useSyncExternalStore(subscribe, readChoice)
  const me = signedIn ? data : undefined
  const hat = me?.hats.find((held) => hatKey(held) === choice) ?? highest(me?.hats ?? [])
  return { me, hat, partyId: hat?.holderId ?? me?.id, choose, pending: signedIn && isPending }
}
