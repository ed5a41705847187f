import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { Button } from './button'
import { Sheet } from './sheet'

type Resolve = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void

const AGREE = 'agree-privacy'
const listeners = new Set<() => void>()
let waiting: readonly Resolve[] = []

const setWaiting = (next: readonly Resolve[]) => {
  waiting = next
  for (const listener of listeners) listener()
}

const answer = (event: 'agree' | 'disagree') => {
  const asked = waiting
  setWaiting([])
  for (const resolve of asked) resolve(event === 'agree' ? { event, buttonId: AGREE } : { event })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

// Absent below base library 2.32.3, which asks nothing.
Taro.onNeedPrivacyAuthorization?.((resolve) => setWaiting([...waiting, resolve as Resolve]))

/** WX-01: WeChat asks before the first use of personal data. Refusing fails that one use; browsing goes on. */
export function PrivacyGate() {
  const open = useSyncExternalStore(subscribe, () => waiting.length > 0)
  const refuse = () => answer('disagree')
  return (
    <Sheet
      open={open}
      title="使用前请阅读隐私保护指引"
      onClose={refuse}
      footer={
        <>
          <Button kind="quiet" onPress={refuse}>
            暂不同意
          </Button>
          <Button
            native={{
              id: AGREE,
              openType: 'agreePrivacyAuthorization',
              onAgreePrivacyAuthorization: () => answer('agree'),
            }}
          >
            同意并继续
          </Button>
        </>
      }
    >
      <View>接下来的操作需要用到您的个人信息。安居只为办理您要办的事使用它，不同意也可以继续浏览房源和政策。</View>
      <Button kind="quiet" small icon="shield" onPress={() => Taro.openPrivacyContract()}>
        查看《用户隐私保护指引》
      </Button>
    </Sheet>
  )
}
