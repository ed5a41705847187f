import { type Complaint, type Part, saying } from '@anju/shared/complaint/complaint'
import { type Asking, checkText } from '../content/check-text'
import type { Change } from '../store/store'

/**
 * What a complaint says once somebody has said something more in it, checked (WX-04), with what that check wants saved.
 * @throws content.refused
 */
export async function say(
  context: Asking,
  complaint: Complaint,
  part: Part,
  text: string,
): Promise<{ said: Complaint['said']; changes: Change[] }> {
  const checked = await checkText(context, { aboutId: complaint.id, part, scene: 'comment', text })
  return { ...saying(complaint, part, text, checked.state, context.now), changes: checked.changes }
}
