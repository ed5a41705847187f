import type { ComplaintCard } from '@anju/shared/complaint/complaint'
import { momentText } from '../../notice/moment-text'

type Limited = Pick<ComplaintCard, 'status' | 'acceptBy' | 'answerBy' | 'urgent'>

const HOUR_MILLIS = 3_600_000
const SOON_HOURS = 24

/** What the clock says of an open complaint: until when, and whether that is near or over; nothing once it is answered. */
export function limitWords({ status, acceptBy, answerBy, urgent }: Limited, now = Date.now()) {
  if (status !== 'filed' && status !== 'accepted') return undefined
  const by = status === 'filed' ? acceptBy : answerBy
  const left = Date.parse(by) - now
  const act = status === 'filed' ? '受理' : '答复'
  if (left < 0) return { tone: 'danger' as const, words: `${act}已超期` }
  const soon = urgent || left < SOON_HOURS * HOUR_MILLIS
  return { tone: soon ? ('warn' as const) : ('waiting' as const), words: `${momentText(by)} 前${act}` }
}
