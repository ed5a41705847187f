import type { Bill } from '@anju/shared/bill/bill'
import type { Instant } from '@anju/shared/day'
import type { BillId } from '@anju/shared/id'
import { FEE_KIND_NAMES } from '@anju/shared/lease/terms'
import type { Meter } from '@anju/shared/meter/meter'
import type { Reading } from '@anju/shared/meter/reading'
import { yuan } from '@anju/shared/money'
import { billRecord } from '../bill/bill.store'
import { putNotice } from '../notice/notice.store'
import { findMany, partitionOf } from '../store/record'
import type { Change, Row, Store } from '../store/store'

/** As many leases as ever had a use of one kind billed in a home that are looked at. */
const MOST = 100

/**
 * What a reversed reading means for bills that were made from it: they stay as they are, and the holder is told of each with
 * what to do, an addition or a return of the difference. Nothing is changed silently.
 */
export async function tellBilled(store: Store, meter: Meter, taken: Reading, now: Instant): Promise<Change[]> {
  const claims = await store.query<Row & { billId: BillId }>('state', {
    pk: partitionOf(meter.dwellingId),
    prefix: `billed#${meter.kind}#`,
    limit: MOST,
  })
  const bills = (await findMany(
    store,
    claims.map(({ billId }) => [billRecord, billId]),
  )) as (Bill | undefined)[]
  return bills.flatMap((bill) => {
    const line = bill?.lines.find(
      ({ feeKind, from, to }) =>
        feeKind === meter.kind && from !== undefined && to !== undefined && from <= taken.on && taken.on <= to,
    )
    if (!bill || !line || bill.status === 'cancelled') return []
    const name = FEE_KIND_NAMES[meter.kind]
    return [
      putNotice(meter.holderId, {
        id: `${taken.id}#${bill.id}`,
        at: now,
        title: `已计费的${name}读数被撤销，请更正账单`,
        body: `${taken.on} 的读数算进了 ${line.from} 至 ${line.to} 的${name} ¥${yuan(line.amountFen)}；账单没有改动。重新抄表后请按差额加收，或取消账单后重新分摊`,
        about: { kind: 'bill', id: bill.id },
      }),
    ]
  })
}
