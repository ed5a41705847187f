import type { Day } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'

/** Who is told what, and what a message of WeChat says where it says something else: place, amount, day. */
export interface Telling {
  to: UserId[]
  title: string
  body: string
  home?: string
  amountFen?: number
  day?: Day
}
