import { Part, settleText } from '@anju/shared/complaint/complaint'
import type { Decided } from '../content/decided'
import { read, save } from '../store/record'
import { complaintRecord } from './complaint.store'

/** A text of a complaint was looked at: from now on its hearers hear it, or nobody does. */
export const settleComplaintText: Decided = async ({ review, passed, now, store, cause }) => {
  const complaint = await read(store, complaintRecord, review.aboutId)
  const after = settleText(complaint, Part.parse(review.part), review.text ?? '', passed, now)
  return after === complaint ? [] : save(complaintRecord, complaint, after, cause('complaint.text_settled'))
}
