import { dayAt } from '@anju/shared/day'
import { AGES, ageOf, daysOverdue, paidOldestFirst } from '@anju/shared/ledger/arrears'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { Owed } from '@anju/shared/ledger/owed'
import { ledgerParameter } from '@anju/shared/ledger/parameters'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { leaseNames, MOST_NAMED } from './lease-names'
import { owedOf } from './ledger.rows'

/** Bills that are still open; one that is paid has no row, so the report does not grow with the years. */
const MOST_READ = 5_000

/** 欠款账龄: what is asked for and not paid, by how long ago it fell due. */
export const readArrears: UseCase<typeof ledgerRoutes.readArrears> = async (_input, { actor, now, store }) => {
  const today = dayAt(now)
  const rows = paidOldestFirst(await store.query<Owed & Row>('state', { ...owedOf(actor.holderId), limit: MOST_READ }))
  const open = rows
    .filter(({ rentFen, feeFen }) => rentFen + feeFen > 0)
    .map((row) => ({ ...row, days: daysOverdue(row.dueOn, today), age: ageOf(daysOverdue(row.dueOn, today)) }))
    .sort((one, other) => other.days - one.days)
  const named = open.slice(0, MOST_NAMED)
  const name = await leaseNames(
    store,
    named.map(({ leaseId }) => leaseId),
  )
  const fenOf = (some: typeof open) => some.reduce((sum, { rentFen, feeFen }) => sum + rentFen + feeFen, 0)
  return {
    today,
    overdueFen: fenOf(open.filter(({ days }) => days > 0)),
    prepaidFen: rows.reduce((sum, { rentFen, feeFen }) => sum + Math.max(-(rentFen + feeFen), 0), 0),
    riskDays: ledgerParameter('arrears.risk_days'),
    ages: AGES.map(({ key }) => {
      const aged = open.filter(({ age }) => age === key)
      return { age: key, fen: fenOf(aged), count: aged.length }
    }),
    items: named.map(({ leaseId, billId, dueOn, days, age, rentFen, feeFen }) => ({
      ...name(leaseId),
      ...(billId && { billId }),
      dueOn,
      days,
      age,
      rentFen,
      feeFen,
    })),
    more: open.length > named.length,
  }
}
