import { reviewsOf } from '@anju/functions/content/content.store'
import type { Row } from '@anju/functions/store/store'
import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import type { ReviewId } from '@anju/shared/id'
import type * as z from 'zod'
import { DOUBTFUL_TEXT } from '../tools/sandbox/wechat'
import { type Citizen, commandId, newId, type Town, ZHANGJIANG } from './town'

type Facts = Partial<z.input<typeof complaintRoutes.fileComplaint.input>>

/** A complaint about a place in 张江镇, as it waits for the desk. */
export const complained = async (who: Citizen, facts: Facts = {}) =>
  (
    await who.call(complaintRoutes.fileComplaint, {
      commandId: commandId(),
      complaintId: newId('cmp', ZHANGJIANG),
      kind: 'repair',
      ...(!facts.leaseId && { townCode: ZHANGJIANG, placeText: `藿香路${newId('cmd').slice(-6)}号` }),
      text: '报修两周没有人来',
      ...facts,
    })
  ).value

/** A complaint whose words no machine passed, and the review that waits for them. */
export async function reviewed({ world }: Pick<Town, 'world'>, who: Citizen, facts: Facts = {}) {
  // Others may be filing at the same moment: the words say whose review it is.
  const text = `这是${DOUBTFUL_TEXT}（${newId('cmd')}）`
  const { id: complaintId } = await complained(who, { ...facts, text })
  const waiting = await world.store.query<Row & { id: ReviewId; text: string }>('state', {
    ...reviewsOf(ZHANGJIANG),
    descending: true,
    limit: 100,
  })
  const review = waiting.find((each) => each.text === text)
  if (!review) throw new Error(`no review for ${complaintId}`)
  return { complaintId, reviewId: review.id }
}

/** A complaint in which the desk has asked the other side, whose words no machine passed. */
export async function askedAbout(town: Town, who: Citizen, facts: Facts) {
  const ids = await reviewed(town, who, facts)
  const clerk = await town.join({ only: [{ role: 'clerk', region: ZHANGJIANG }] })
  const command = (version: number) => ({ commandId: commandId(), complaintId: ids.complaintId, version })
  void (await clerk.call(complaintRoutes.acceptComplaint, command(1))).value
  void (await clerk.call(complaintRoutes.askRespondent, { ...command(2), text: '请说明情况' })).value
  return ids
}
