import type { Me } from '@anju/shared/person/person'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { here } from '../../auth/back'
import { useSignedIn } from '../../auth/token'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useMe } from '../../person/hat'

/** Waits for the person; who is not logged in goes to the login page and comes back. */
export function SignedIn({ children }: { children: (me: Me) => ReactNode }) {
  const signedIn = useSignedIn()
  const me = useMe()
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!signedIn && shown) void Taro.redirectTo({ url: `/pages/person/login?back=${encodeURIComponent(here())}` })
  }, [signedIn, shown])
  if (signedIn && me.data) return <>{children(me.data)}</>
  return <Page>{signedIn && <Loaded call={me}>{() => null}</Loaded>}</Page>
}
