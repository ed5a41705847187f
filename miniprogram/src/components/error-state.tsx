import { View } from '@tarojs/components'
import { toLogin } from '../auth/back'
import { CallError, sentenceOf } from '../call-error'
import { Button } from './button'
import { Icon } from './icon'
import { RuleNotice } from './notice'
import './empty.scss'
import './error-state.scss'

/** In place of what could not be read: the sentence, what a rule said, and the way on. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const refusal = error instanceof CallError ? error : undefined
  const offline = refusal?.status === 0
  const signedOut = refusal?.status === 401
  return (
    <View className="empty" role="alert">
      <View className="empty-ground error-ground">
        <Icon name={offline ? 'offline' : 'alert'} className="empty-icon" />
      </View>
      <View className="empty-title">{sentenceOf(error)}</View>
      {refusal?.rules.map((hit) => (
        <RuleNotice key={hit.ruleId} hit={hit} />
      ))}
      {refusal?.details.requestId && !signedOut && (
        <View className="error-number">编号 {refusal.details.requestId}</View>
      )}
      {signedOut ? (
        <View className="empty-action">
          <Button kind="quiet" small icon="person" onPress={toLogin}>
            去登录
          </Button>
        </View>
      ) : (
        onRetry && (
          <View className="empty-action">
            <Button kind="quiet" small icon="refresh" onPress={onRetry}>
              重试
            </Button>
          </View>
        )
      )}
    </View>
  )
}
