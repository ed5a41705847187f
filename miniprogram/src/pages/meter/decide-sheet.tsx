import { dialText } from '@anju/shared/meter/device'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { confirm } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { REASONS } from './doubt-sheet'
import { dropEntry, type Entry, sendAnew } from './outbox'
import { PHOTO_GONE } from './send'
import { dayText, meterName } from './words'

async function giveUp(entry: Entry) {
  const yes = await confirm({
    title: '放弃这个读数？',
    content: `${entry.homeName} ${meterName(entry)} ${dialText(entry.totalMilli, entry.decimals)} 将从本机删除，不再上传。`,
    yes: '放弃',
    danger: true,
  })
  if (yes) dropEntry(entry)
}

/** One refused reading: both values where two people read the meter, and what can be done. */
function Decision({ entry }: { entry: Entry }) {
  const [reason, setReason] = useState('')
  const { code, message, rules = [] } = entry.refusal ?? {}
  const clash = rules.find(({ ruleId }) => ruleId === 'MTR-clash')?.inputs
  const kept = typeof clash?.keptMilli === 'number' ? dialText(clash.keptMilli, entry.decimals) : ''
  const mine = dialText(entry.totalMilli, entry.decimals)
  return (
    <Card title={`${entry.homeName} ${meterName(entry)}`}>
      {code === 'meter.day_read' ? (
        <>
          <View className="round-both figures">
            <View>
              <View className="round-soft">已上传的（{dayText(entry.on)}）</View>
              <View className="round-both-value">{kept}</View>
            </View>
            <View>
              <View className="round-soft">您抄的</View>
              <View className="round-both-value">{mine}</View>
            </View>
          </View>
          <View className="round-buttons">
            <Button kind="quiet" onPress={() => dropEntry(entry)}>{`留 ${kept}`}</Button>
            <Button onPress={() => sendAnew(entry, { insteadOf: String(clash?.keptId) })}>{`改为 ${mine}`}</Button>
          </View>
        </>
      ) : (
        <>
          <Notice tone="danger" title={rules[0]?.message ?? message}>
            {`您在${dayText(entry.on)}抄的是 ${mine}`}
          </Notice>
          {code === 'meter.suspicious' && (
            <>
              <ChoiceField label="如果没错，原因是" options={REASONS} value={reason} onChange={setReason} />
              <Button disabled={!reason} onPress={() => sendAnew(entry, { reason })}>
                没错，上传
              </Button>
            </>
          )}
          {(code === PHOTO_GONE || code?.startsWith('picture.')) && (
            <Button onPress={() => sendAnew({ ...entry, photo: undefined }, {})}>不带照片上传</Button>
          )}
          <Button kind="quiet" onPress={() => void giveUp(entry)}>
            放弃，重新抄
          </Button>
        </>
      )}
    </Card>
  )
}

/** 要您决定: nothing that was entered disappears without a decision. */
export const DecideSheet = ({
  open,
  entries,
  onClose,
}: {
  open: boolean
  entries: readonly Entry[]
  onClose: () => void
}) => (
  <Sheet open={open && entries.length > 0} title={`${entries.length} 条要您决定`} onClose={onClose}>
    {entries.map((entry) => (
      <Decision key={entry.commandId} entry={entry} />
    ))}
  </Sheet>
)
