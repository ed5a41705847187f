import type { LeaseId } from '@anju/shared/id'
import { messageRoutes } from '@anju/shared/message/message.routes'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '../../call'
import { useCall, usePages } from '../../use-call'

/** How often the other party's answer is looked for while the page is open. */
const LOOK_MILLIS = 15_000

/** The messages of a lease, looked for again while somebody is looking; what they see is read. */
export function useBoard(leaseId: LeaseId) {
  const pages = usePages(messageRoutes.listMessages, { leaseId })
  const newest = useCall(messageRoutes.listMessages, { leaseId, limit: 1 })
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const { again } = pages
  const { refetch } = newest
  useEffect(() => {
    if (!shown) return undefined
    const timer = setInterval(() => {
      again()
      void refetch()
    }, LOOK_MILLIS)
    return () => clearInterval(timer)
  }, [shown, again, refetch])
  const unread = newest.data?.unread ?? 0
  const until = pages.items[0]?.createdAt
  useEffect(() => {
    if (shown && until && unread > 0) call(messageRoutes.markMessagesRead, { leaseId, until }).catch(() => {})
  }, [shown, until, unread, leaseId])
  return { pages, otherReadUntil: newest.data?.otherReadUntil }
}
