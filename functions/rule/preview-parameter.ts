import { DomainError } from '@anju/shared/errors'
import type { Filing } from '@anju/shared/filing/filing'
import { judgeFiling } from '@anju/shared/filing/filing-facts'
import { FilingStatus, isOpen } from '@anju/shared/filing/states'
import type { RuleHit } from '@anju/shared/rule'
import type { RuleParameters } from '@anju/shared/rule/evaluate'
import { fitsParameter } from '@anju/shared/rule/recorded'
import { RELEASED } from '@anju/shared/rule/released'
import type { ruleRoutes } from '@anju/shared/rule/rule.routes'
import { filingRecord, queueOf } from '../filing/filing.store'
import { afterOf, cursorOf } from '../http/cursor'
import type { UseCase } from '../http/use-case'
import { findMany } from '../store/record'
import type { Row, Store } from '../store/store'
import { readRecorded } from './rule.store'

const OPEN = FilingStatus.options.filter(isOpen)

/** 预览: the open cases of a town, each judged by the numbers there are and by the one that is thought of. */
export const previewParameter: UseCase<typeof ruleRoutes.previewParameter> = async (
  { regionCode, key, value, effectiveFrom, limit, cursor },
  { store, secrets },
) => {
  if (!fitsParameter(key, value)) throw new DomainError('rule.parameter_value')
  const question = ['parameter-preview', regionCode, key, String(value), effectiveFrom].join('\n')
  const [now, page] = await Promise.all([
    readRecorded(store, regionCode).then((recorded): RuleParameters => [...RELEASED, ...recorded]),
    openCases(store, regionCode, afterOf(secrets, question, cursor), limit + 1),
  ])
  const thought: RuleParameters = [
    ...now,
    { key, value, region: regionCode, source: '拟录入的数字', certainty: 'A', effectiveFrom },
  ]
  const rows = page.slice(0, limit)
  const filings = (await findMany(
    store,
    rows.map((row) => [filingRecord, row.id]),
  )) as (Filing | undefined)[]
  const last = rows.at(-1)
  return {
    items: filings.flatMap((filing) => (filing?.asked ? [compare(filing, filing.asked, now, thought)] : [])),
    ...(page.length > limit && last && { next: cursorOf(secrets, question, last.sk) }),
  }
}

type CaseRow = Row & { id: string }

/** The next open cases of a town, status by status. */
async function openCases(store: Store, townCode: string, after: string | undefined, limit: number) {
  const rows: CaseRow[] = []
  const begin = after === undefined ? 0 : OPEN.findIndex((status) => after.startsWith(`${status}#`))
  for (const [index, status] of OPEN.slice(Math.max(0, begin)).entries()) {
    if (rows.length >= limit) break
    const range = { ...queueOf(townCode, status), limit: limit - rows.length }
    rows.push(
      ...(await store.query<CaseRow>('state', index === 0 && after !== undefined ? { ...range, after } : range)),
    )
  }
  return rows
}

const saysWhat = (hits: RuleHit[]) => JSON.stringify(hits.map(({ ruleId, line, action }) => [ruleId, line, action]))

function compare(filing: Filing, asked: NonNullable<Filing['asked']>, now: RuleParameters, thought: RuleParameters) {
  const place = { city: filing.townCode, on: filing.signedOn }
  const [was, would] = [judgeFiling(asked, place, now), judgeFiling(asked, place, thought)]
  return {
    filingId: filing.id,
    acceptanceNo: filing.acceptanceNo,
    addressText: filing.addressText,
    signedOn: filing.signedOn,
    changes: saysWhat(was) !== saysWhat(would),
    was,
    would,
  }
}
