import * as z from 'zod'
import { revise } from '../aggregate'
import type { Instant } from '../day'
import { DomainError } from '../errors'
import type { UserId } from '../id'
import { concerns, type Filing } from './filing'
import { moved } from './states'

/** 备案证明号 as the city's platform gave it (FIL-09): its form is the city's affair, so only what cannot be a number is refused. */
export const OfficialNo = z
  .string()
  .trim()
  .regex(/^[\p{Script=Han}\w()（）〔〕[\]\-—/]{4,40}$/u, '请照抄市平台返回的备案证明号，4 至 40 个字，不含空格')
  .meta({ description: '备案证明号 of the city platform' })

/** 登记证明号: the official number is known; a cancellation has none. @throws filing.not_now, filing.own_submission */
export function certify(filing: Filing, officialNo: string, officer: UserId, now: Instant): Filing {
  const after = moved(filing, 'certify')
  if (filing.type === 'cancellation') throw new DomainError('filing.not_now')
  if (concerns(filing, officer)) throw new DomainError('filing.own_submission')
  return revise(filing, { ...after, officialNo, certifiedBy: officer, certifiedAt: now }, now)
}
