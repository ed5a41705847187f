import * as z from 'zod'
import { type Aggregate, aggregate } from '../aggregate'
import { addDays, Day, daysBetween } from '../day'
import { DomainError, type FieldError } from '../errors'
import { BusinessId, composeId, UserId } from '../id'
import type { SealedText } from '../person/sealed'
import { RuleHit } from '../rule'
import { checkCreditCode } from './credit-code'
import { businessParameter } from './parameters'

/** What lets homes: a natural person, 个体工商户, or 住房租赁企业 (条例 art. 15). */
export const LessorKind = z.enum(['person', 'individual_business', 'enterprise'])
export type LessorKind = z.infer<typeof LessorKind>
export const LESSOR_KIND_NAMES: Record<LessorKind, string> = {
  person: '个人',
  individual_business: '个体工商户',
  enterprise: '住房租赁企业',
}

export const BankName = z.string().trim().min(2, '请填写开户银行').max(60)
export const AccountNumber = z
  .string()
  .trim()
  .regex(/^\d{8,30}$/, '账号为 8 至 30 位数字，不含空格')

export const BusinessFacts = z.object({
  kind: LessorKind,
  name: z.string().trim().min(2, '名称至少两个字').max(60, '名称最多 60 个字'),
  creditCode: z.string().trim().max(30).optional().meta({ description: '统一社会信用代码 (GB 32100-2015)' }),
  scopeCoversLetting: z.boolean().default(false).meta({ description: '经营范围含“住房租赁” (N-10)' }),
  licensedOn: Day.optional().meta({ description: '领取营业执照的日期 (N-10)' }),
  openingReportedOn: Day.optional().meta({ description: '向住房主管部门报告开业信息的日期 (N-10)' }),
})
export type BusinessFacts = z.infer<typeof BusinessFacts>

/** 经营主体 as stored: a holder as a business. The number of the supervised account 监管账户 is sealed. */
export interface Business extends Aggregate, BusinessFacts {
  id: BusinessId
  holderId: UserId
  account?: { bankName: string; number: SealedText }
}

/** 经营主体 as its people see it; without a version where nothing has been filled in yet. */
export const BusinessView = BusinessFacts.extend({
  id: BusinessId,
  holderId: UserId,
  account: z.object({ bankName: z.string(), numberMasked: z.string() }).optional(),
  homes: z.int().meta({ description: 'homes that the holder keeps here' }),
  marks: z.array(RuleHit).meta({ description: 'what the law wants of this business and what is missing' }),
  version: aggregate.version.optional(),
})
export type BusinessView = z.infer<typeof BusinessView>

/** One business a holder: its id is the holder's own under another kind. */
export const businessIdOf = (holderId: UserId): BusinessId => composeId('biz', holderId.slice(4))
export const holderOf = (businessId: BusinessId): UserId => composeId('usr', businessId.slice(4))

/** 6222021001112223334 → ***************3334: the last four digits (rules 6.3). */
export const maskAccount = (number: string): string => '*'.repeat(number.length - 4) + number.slice(-4)

/** The facts as they are kept: the code in capitals. @throws request.invalid with each field */
export function settleFacts(facts: BusinessFacts, today: Day): BusinessFacts {
  const fields: FieldError[] = []
  const code = facts.creditCode ? checkCreditCode(facts.creditCode) : undefined
  if (code && !code.ok) fields.push({ path: 'creditCode', message: code.message })
  if (!code && facts.kind !== 'person')
    fields.push({ path: 'creditCode', message: '请填写营业执照上的统一社会信用代码' })
  for (const path of ['licensedOn', 'openingReportedOn'] as const)
    if (facts[path] && facts[path] > today) fields.push({ path, message: '日期不能晚于今天' })
  if (facts.licensedOn && facts.openingReportedOn && facts.openingReportedOn < facts.licensedOn)
    fields.push({ path: 'openingReportedOn', message: '报告日期不能早于领取营业执照的日期' })
  if (fields.length > 0) throw new DomainError('request.invalid', { fields })
  const { creditCode: _typed, ...rest } = facts
  return { ...rest, ...(code?.ok && { creditCode: code.normalised }) }
}

export interface Standing extends Pick<BusinessFacts, 'kind' | 'creditCode' | 'licensedOn' | 'openingReportedOn'> {
  scopeCoversLetting: boolean
  hasAccount: boolean
  homes: number
}

/** What a business still owes the law: N-10, SH-CON-05, SH-CON-06, and a credit code that does not fit its check character. */
export function marksOf(standing: Standing, regionCode: string, on: Day): RuleHit[] {
  const { kind, creditCode, licensedOn, openingReportedOn, scopeCoversLetting, hasAccount, homes } = standing
  const hits: RuleHit[] = []
  const warn = (
    ruleId: string,
    message: string,
    source: string,
    certainty: RuleHit['certainty'],
    inputs: RuleHit['inputs'],
  ) => hits.push({ ruleId, action: 'WARN', message, source, certainty, inputs })

  const register = businessParameter('register_over_homes', regionCode, on)
  const near = businessParameter('warn_from_homes', regionCode, on)
  if (kind === 'person' && register && homes > register.value)
    warn(
      'SH-CON-05',
      `您管理 ${homes} 套房屋，超过 ${register.value} 套，请办理市场主体登记后在这里填写`,
      register.source,
      register.certainty,
      { homes, over: register.value },
    )
  else if (kind === 'person' && register && near && homes >= near.value)
    warn(
      'SH-CON-05',
      `您管理 ${homes} 套房屋，超过 ${register.value} 套须办理市场主体登记，请提前准备`,
      register.source,
      register.certainty,
      { homes, over: register.value },
    )
  const code = creditCode ? checkCreditCode(creditCode) : undefined
  if (code?.ok && !(code.checksum && code.organisation))
    warn('USCC', '统一社会信用代码的校验位不符，请对照营业执照逐位核对', 'GB 32100-2015', 'V', {
      creditCode: code.normalised,
    })
  if (kind !== 'enterprise') return hits

  const report = businessParameter('opening_report_days', regionCode, on)
  if (!scopeCoversLetting)
    warn('N-10', '经营范围须含“住房租赁”，请办理变更登记', '住房租赁条例第十五条', 'V', { scopeCoversLetting })
  if (report && licensedOn && !openingReportedOn) {
    const dueOn = addDays(licensedOn, report.value)
    const late = daysBetween(dueOn, on)
    warn(
      'N-10',
      late > 0
        ? `开业信息应在 ${dueOn} 前报告，已超过 ${late} 天，请尽快向房产管理部门报告`
        : `请在 ${dueOn} 前向房产管理部门报告开业信息`,
      report.source,
      report.certainty,
      { licensedOn, dueOn },
    )
  }
  if (!hasAccount)
    warn('SH-CON-06', '转租他人房屋的企业须设立并公示住房租赁资金监管账户，请在这里登记', '住房租赁条例第十九条', 'V', {
      hasAccount,
    })
  return hits
}
