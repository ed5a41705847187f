import type { RoundStop } from '@anju/shared/meter/round'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Icon } from '../../components/icon'
import { press } from '../../components/press'
import { DecideSheet } from './decide-sheet'
import type { Entry } from './outbox'
import { progressOf } from './walk'

interface Props {
  stops: readonly RoundStop[]
  entries: readonly Entry[]
  owner: string
  offline: boolean
  onList: () => void
  onRefresh: () => void
}

/** How far the round is, what waits on this device, and what somebody has to decide. */
export function RoundTop({ stops, entries, owner, offline, onList, onRefresh }: Props) {
  const [deciding, setDeciding] = useState(false)
  const own = entries.filter((entry) => entry.owner === owner)
  const waiting = own.filter(({ refusal }) => !refusal).length
  const refused = own.filter(({ refusal }) => refusal)
  const done = stops.filter((stop) => progressOf(stop, entries) !== 'left').length
  const others = entries.length - own.length
  return (
    <View className="round-top">
      <View className="round-line">
        <View className="round-count figures" aria-label={`本月已抄 ${done} 块，共 ${stops.length} 块`}>
          本月 {done}/{stops.length}
        </View>
        <View className="round-bar" aria-hidden="true">
          <View className="round-bar-fill" style={{ width: `${(done / stops.length) * 100}%` }} />
        </View>
        <View {...press(onList)} className="round-list-link">
          {done === stops.length ? '看清单' : `还剩 ${stops.length - done} 块`}
        </View>
      </View>
      {waiting > 0 && (
        <View className="round-mark" role="status">
          <Icon name="offline" />
          {waiting} 条未上传，已存在本机，联网后自动上传
        </View>
      )}
      {waiting === 0 && offline && (
        <View className="round-mark" role="status">
          <Icon name="offline" />
          没有网络，按上次读取的清单抄
          <View {...press(onRefresh)} className="round-list-link">
            重试
          </View>
        </View>
      )}
      {others > 0 && <View className="round-mark">本机还有他人未上传的 {others} 条，须由本人登录后上传</View>}
      {refused.length > 0 && (
        <Button kind="danger" icon="alert" onPress={() => setDeciding(true)}>
          {`${refused.length} 条要您决定`}
        </Button>
      )}
      <DecideSheet open={deciding} entries={refused} onClose={() => setDeciding(false)} />
    </View>
  )
}
