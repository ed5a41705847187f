import { dialText } from '@anju/shared/meter/device'
import type { RoundStop } from '@anju/shared/meter/round'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Sheet } from '../../components/sheet'
import { Tag } from '../../components/tag'
import type { Entry } from './outbox'
import { type Progress, progressOf } from './walk'
import { dayText, meterName } from './words'

interface Props {
  stops: readonly RoundStop[]
  entries: readonly Entry[]
  onChoose: (id: string) => void
  /** In a sheet; otherwise on the page, when the round is done. */
  sheet?: boolean
  onClose?: () => void
}

const TAGS: Record<Progress, { tone: 'done' | 'waiting' | 'danger' | 'quiet'; word: string }> = {
  read: { tone: 'done', word: '已上传' },
  kept: { tone: 'waiting', word: '未上传' },
  refused: { tone: 'danger', word: '要决定' },
  left: { tone: 'quiet', word: '未抄' },
}

/** What is left first, then the rest, each with where it stands. */
export function RoundList({ stops, entries, onChoose, sheet, onClose = () => {} }: Props) {
  const order = [...stops].sort(
    (one, other) => Number(progressOf(other, entries) === 'left') - Number(progressOf(one, entries) === 'left'),
  )
  const rows = order.map((stop) => {
    const progress = progressOf(stop, entries)
    const entry = entries.find(({ meterId }) => meterId === stop.id)
    const value = entry
      ? `本机 ${dialText(entry.totalMilli, stop.decimals)}`
      : `${dialText(stop.last.totalMilli, stop.decimals)}（${dayText(stop.last.on)}）`
    return (
      <Row
        key={stop.id}
        label={`${stop.homeName} ${meterName(stop)}`}
        note={value}
        value={<Tag tone={TAGS[progress].tone}>{TAGS[progress].word}</Tag>}
        onPress={() => onChoose(stop.id)}
      />
    )
  })
  if (sheet === undefined)
    return (
      <>
        <Notice title="本月都抄完了">{`${stops.length} 块表都有本月的读数。点一块可以再抄一次。`}</Notice>
        <Card flush>{rows}</Card>
      </>
    )
  return (
    <Sheet open={sheet} title="抄表清单" onClose={onClose}>
      <View className="round-rows">
        <Card flush>{rows}</Card>
      </View>
    </Sheet>
  )
}
