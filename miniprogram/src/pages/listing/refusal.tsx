import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Notice, RuleNotice } from '../../components/notice'
import { showFault } from './show-fault'
import './refusal.scss'

/** The way to mend what was refused. */
interface WayOn {
  label: string
  onPress: () => void
}
export type WaysOn = Partial<Record<CallError['code'], WayOn>>

interface Props {
  error: Error | null
  /** What the server said of something that is no field of this form. */
  note?: string
  action?: WayOn
}

/** Why a form was not accepted, above its button: the sentence, each rule with its source, and the way on. */
export function Refusal({ error, note, action }: Props) {
  useEffect(() => {
    if (error) showFault('.field-error, .refusal')
  }, [error])
  if (!error) return null
  const rules = error instanceof CallError ? error.rules : []
  return (
    <View className="refusal">
      <Notice tone="danger" title={sentenceOf(error)}>
        {note}
        {action && (
          <View className="refusal-action">
            <Button kind="quiet" small onPress={action.onPress}>
              {action.label}
            </Button>
          </View>
        )}
      </Notice>
      {rules.map((hit) => (
        <RuleNotice key={hit.ruleId} hit={hit} />
      ))}
    </View>
  )
}
