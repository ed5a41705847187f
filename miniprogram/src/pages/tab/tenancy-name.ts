import type { Hat } from '@anju/shared/person/person'
import { isStaff } from '@anju/shared/person/role'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

const TAB_INDEX = 1

/** The second tab is called after the hat in use: 租约 of a tenant, 房管 of a landlord, 账本 of a bookkeeper, 我的房屋 of an owner, 工作台 of staff. */
function nameFor(hat: Hat | undefined): string {
  if (!hat || hat.role === 'tenant') return '租约'
  if (hat.role === 'bookkeeper') return '账本'
  if (hat.role === 'owner') return '我的房屋'
  return isStaff(hat.role) ? '工作台' : '房管'
}

/** Names the tab, and gives the page its title; for any page of the tab bar. */
export function useTenancyName(hat: Hat | undefined): string {
  const name = nameFor(hat)
  useEffect(() => {
    Promise.resolve(Taro.setTabBarItem({ index: TAB_INDEX, text: name })).catch(() => {})
  }, [name])
  return name
}

/** WeChat gives a title to the page that is seen, so a hidden page keeps its own until it comes back. */
export function useWhileShown<T>(value: T): T {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const kept = useRef(value)
  if (shown) kept.current = value
  return kept.current
}
