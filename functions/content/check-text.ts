import type { ContentState, Review, Scene, Verdict } from '@anju/shared/content/content'
import { MOST_CHARACTERS } from '@anju/shared/content/content'
import { judgeWords } from '@anju/shared/content/words'
import { DomainError } from '@anju/shared/errors'
import { type AnyId, composeId, regionOf } from '@anju/shared/id'
import { ulid } from 'ulid'
import { openidOf } from '../http/session'
import type { Context } from '../http/use-case'
import { save } from '../store/record'
import type { Change } from '../store/store'
import { reviewRecord } from './content.store'

/** What a check of a text gives: whether others may see it, and what belongs into the transaction that saves it. */
export interface Checked {
  state: Exclude<ContentState, 'refused'>
  changes: Change[]
}

/** A text that others will see, and where: `aboutId` is the thing (with a region) of which it is the `part`. */
export interface Said {
  aboutId: AnyId
  part: string
  scene: Scene
  text: string
  /** What stands beside it and is judged with it, for instance the name of a place. */
  beside?: string
  /** What must reach the desk whatever its words, for instance threats that are repeated: it waits instead of being refused. */
  mustPass?: boolean
}

export type Asking = Pick<Context, 'store' | 'secrets' | 'wechat' | 'now' | 'cause'> & {
  actor: NonNullable<Context['actor']>
}

async function judge({ store, secrets, wechat, actor }: Asking, scene: Scene, text: string) {
  const ours = judgeWords(text)
  if (ours === 'risky') return ours
  const openid = secrets.open('openid', await openidOf(store, actor))
  const characters = [...text]
  const verdicts: (Verdict | undefined)[] = [ours]
  for (let from = 0; from < characters.length; from += MOST_CHARACTERS)
    verdicts.push(await wechat.content.text(openid, scene, characters.slice(from, from + MOST_CHARACTERS).join('')))
  const worst = (['risky', 'review'] as const).find((verdict) => verdicts.includes(verdict))
  return worst ?? (verdicts.includes(undefined) ? undefined : 'pass')
}

/**
 * 文字审核 (WX-04): the local list first, then WeChat. Where neither refuses and WeChat does not pass it or does not
 * answer, it waits for a person: until then only its author sees it.
 * @throws content.refused
 */
export async function checkText(
  asking: Asking,
  { aboutId, part, scene, text, beside, mustPass }: Said,
): Promise<Checked> {
  const { actor, now, cause } = asking
  if (!text.trim()) return { state: 'shown', changes: [] }
  const verdict = await judge(asking, scene, beside ? `${beside}\n${text}` : text)
  if (verdict === 'risky' && !mustPass) throw new DomainError('content.refused')
  if (verdict === 'pass') return { state: 'shown', changes: [] }
  const review: Review = {
    id: composeId('rvw', ulid(Date.parse(now)), regionOf(aboutId)),
    version: 1,
    createdAt: now,
    revisedAt: now,
    aboutId,
    part,
    text,
    authorId: actor.userId,
    why: verdict === undefined ? 'no_answer' : 'unsure',
    openFrom: now,
    status: 'waiting',
  }
  return { state: 'waiting', changes: save(reviewRecord, undefined, review, cause('content.asked')) }
}
