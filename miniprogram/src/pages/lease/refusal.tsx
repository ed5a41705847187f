import type { RuleHit } from '@anju/shared/rule'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Notice, RuleNotice } from '../../components/notice'
import { here } from '../../lease/login-first'
import { identityPath, open } from '../../lease/paths'

interface Props {
  error: Error
  /** Rules that the form shows already are not said twice. */
  known?: readonly RuleHit[]
  /** Closes the sheet that this stands in before another page is opened. */
  onLeave?: () => void
}

/** What the server said no to, and the way on. */
export function Refusal({ error, known = [], onLeave }: Props) {
  const refusal = error instanceof CallError ? error : undefined
  const news = refusal?.rules.filter((hit) => !known.some((other) => other.message === hit.message)) ?? []
  const toIdentity = () => {
    onLeave?.()
    open(identityPath(here()))
  }
  return (
    <>
      <Notice tone="danger" title={sentenceOf(error)} />
      {news.map((hit) => (
        <RuleNotice key={`${hit.ruleId}${hit.message}`} hit={hit} />
      ))}
      {refusal?.code === 'person.identity_missing' && (
        <Button kind="quiet" icon="person" onPress={toIdentity}>
          去填写实名信息
        </Button>
      )}
    </>
  )
}
