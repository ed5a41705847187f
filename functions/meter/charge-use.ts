import { addDays, type Day } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { BillId } from '@anju/shared/id'
import { FEE_KIND_NAMES } from '@anju/shared/lease/terms'
import { amountText, MEASURE_NAMES } from '@anju/shared/meter/device'
import type { SplitView, splitRoutes } from '@anju/shared/meter/split.routes'
import { yuan } from '@anju/shared/money'
import { addBill } from '../bill/add-bill'
import { billRecord } from '../bill/bill.store'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { find, partitionOf, read } from '../store/record'
import type { Change, Key, Row, Store } from '../store/store'
import { trySplit } from './try-split'

/** Until when the use of a kind was billed to a lease, and on which bill. */
interface Billed extends Row {
  until: Day
  billId: BillId
  version: number
}

/** The claim that makes one use billed once: a second bill of the same days is refused, unless the first was cancelled. */
async function claimOf(store: Store, key: Key, { from, to }: SplitView, billId: BillId): Promise<Change> {
  const before = await store.get<Billed>('state', key)
  const first = before && from < before.until ? await find(store, billRecord, before.billId) : undefined
  if (first && first.status !== 'cancelled') throw new DomainError('meter.billed')
  const claim: Billed = { ...key, until: to, billId, version: (before?.version ?? 0) + 1 }
  return {
    table: 'state',
    put: claim,
    when: before ? { version: before.version } : 'absent',
    refusal: 'meter.billed',
  }
}

const noteOf = (share: SplitView['shares'][number], kind: keyof typeof MEASURE_NAMES, view: SplitView): string => {
  const own =
    share.ownFen > 0 && share.useMilli !== undefined
      ? [`自用 ${amountText(share.useMilli)} ${MEASURE_NAMES[kind]} ${yuan(share.ownFen)} 元`]
      : []
  const common = share.commonFen > 0 ? [`${share.ownFen > 0 ? '公摊' : '分摊'} ${yuan(share.commonFen)} 元`] : []
  return `${FEE_KIND_NAMES[kind]} ${view.from} 至 ${view.to}：${[...own, ...common].join('，')}`
}

/** 把分摊记到账单: the share of one lease as a bill of its own, computed anew from the readings, once. */
export const chargeUse: UseCase<typeof splitRoutes.chargeUse> = async (
  { leaseId, billId, dueOn, commandId, ...question },
  context,
) => {
  const { store, now, subject: dwelling } = context
  const lease = await read(store, leaseRecord, leaseId)
  if (lease.dwellingId !== dwelling.id) throw new DomainError('lease.not_found')
  if (lease.fees.some(({ kind, payer }) => kind === question.kind && payer === 'lessor'))
    throw new DomainError('meter.lessor_pays')
  const view = await trySplit(question, dwelling, store, now)
  const share = view.shares.find((each) => each.leaseId === leaseId)
  if (!share || share.amountFen === 0) throw new DomainError('meter.nothing_to_charge')
  // What was used before they moved in is not theirs: the dial is read on the day of the handover (CT-10).
  if (view.from < addDays(lease.startOn, -1)) throw new DomainError('meter.before_lease')
  const key = { pk: partitionOf(dwelling.id), sk: `billed#${question.kind}#${leaseId}` }
  const claim = await claimOf(store, key, view, billId)
  const charge = {
    kind: 'utility' as const,
    feeKind: question.kind,
    amountFen: share.amountFen,
    note: noteOf(share, question.kind, view),
    from: view.from,
    to: view.to,
  }
  const claiming: Store = { ...store, commit: (changes) => store.commit([...changes, claim]) }
  return addBill({ commandId, leaseId, billId, dueOn, charge }, { ...context, subject: lease, store: claiming })
}
