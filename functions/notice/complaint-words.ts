import { COMPLAINT_KIND_NAMES, type Complaint } from '@anju/shared/complaint/complaint'
import type { Telling } from './telling'

/** 投诉人保密: what the other side is told names the place and what is asked, nothing more. */
export const ofComplaint = (kind: string, complaint: Complaint): Telling | undefined => {
  const { reporterId, respondentId, askedAt, takenBy, round } = complaint
  const body = `${COMPLAINT_KIND_NAMES[complaint.kind]} · ${complaint.placeText}`
  const asked = respondentId && askedAt ? [respondentId] : []
  const officer = takenBy ? [takenBy] : []
  switch (kind) {
    case 'complaint.accepted':
      return { to: [reporterId], title: '您的投诉已受理', body }
    case 'complaint.asked':
      return { to: asked, title: '工作人员请您说明情况', body }
    case 'complaint.stated':
      return { to: officer, title: '对方已说明情况', body }
    case 'complaint.answered':
      return { to: [reporterId, ...asked], title: round === 1 ? '投诉已有答复' : '投诉已再次答复', body }
    case 'complaint.withdrawn':
      return { to: officer, title: '投诉人撤回了投诉', body }
  }
}
