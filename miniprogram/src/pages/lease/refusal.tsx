import type { RuleHit } from '@anju/shared/rule'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Notice, RuleNotice } from '../../components/notice'
import { here } from '../../lease/login-first'
import { identityPath, open } from '../../lease/paths'

/** What the server said no to, and the way on; rules that the form shows already are not said twice. */
export function Refusal({ error, known = [] }: { error: Error; known?: readonly RuleHit[] }) {
  const refusal = error instanceof CallError ? error : undefined
  const news = refusal?.rules.filter((hit) => !known.some((other) => other.message === hit.message)) ?? []
  return (
    <>
      <Notice tone='danger' title={sentenceOf(error)} />
      {news.map((hit) => (
        <RuleNotice key={`${hit.ruleId}${hit.message}`} hit={hit} />
      ))}
      {refusal?.code === 'person.identity_missing' && (
        <Button kind='quiet' icon='person' onPress={() => open(identityPath(here()))}>
          去填写实名信息
        </Button>
      )}
    </>
  )
}
