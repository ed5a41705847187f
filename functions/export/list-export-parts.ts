import { BillTab } from '@anju/shared/bill/bill.card'
import { dayAt } from '@anju/shared/day'
import type { exportRoutes } from '@anju/shared/export/export.routes'
import { billsToCollect } from '../bill/bill.store'
import type { UseCase } from '../http/use-case'
import { entriesOf } from '../ledger/ledger.rows'
import { noticesOf } from '../notice/notice.store'
import { BASE_FILES, YEAR_FILES } from './read-export'

const YEAR = /(?:^|#)(20\d{2})-/

/** 导出全部: what there is, and each year since the first thing that happened. */
export const listExportParts: UseCase<typeof exportRoutes.listExportParts> = async (_input, { actor, now, store }) => {
  const ranges = [
    entriesOf(actor.holderId),
    noticesOf(actor.holderId),
    ...BillTab.options.map((tab) => billsToCollect(actor.holderId, tab)),
  ]
  const firsts = await Promise.all(ranges.map((range) => store.query('state', { ...range, limit: 1 })))
  const thisYear = Number(dayAt(now).slice(0, 4))
  const years = firsts.flat().flatMap(({ sk }) => YEAR.exec(sk)?.[1] ?? [])
  const first = Math.min(thisYear, ...years.map(Number))
  return {
    items: [
      { part: 'base', name: '房屋、租约、员工和图片清单', files: [...BASE_FILES] },
      ...Array.from({ length: thisYear + 1 - first }, (_, back) => ({
        part: String(thisYear - back),
        name: `${thisYear - back} 年的账单、分录和消息`,
        files: [...YEAR_FILES],
      })),
    ],
  }
}
