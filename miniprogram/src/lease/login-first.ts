import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useSignedIn } from '../auth/token'

const PARAMS = ['id', 'lease', 'request', 'side', 'month', 'home', 'code', 'kind', 'leaseId', 'listingId']

/** This page with its parameters, to come back to. */
export function here(): string {
  const { path = '', params = {} } = Taro.getCurrentInstance().router ?? {}
  const pairs = PARAMS.flatMap((name) => (params[name] ? [`${name}=${params[name]}`] : []))
  return [path.split('?')[0], pairs.join('&')].filter(Boolean).join('?')
}

/** Who is not logged in goes to the login page and comes back here. */
export function useLoginFirst(): void {
  const signedIn = useSignedIn()
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!signedIn && shown) void Taro.redirectTo({ url: `/pages/person/login?back=${encodeURIComponent(here())}` })
  }, [signedIn, shown])
}
