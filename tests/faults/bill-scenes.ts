import { billRecord } from '@anju/functions/bill/bill.store'
import { read, save } from '@anju/functions/store/record'
import { revise } from '@anju/shared/aggregate'
import { routes } from '@anju/shared/contract/routes'
import { addDays, dayAt } from '@anju/shared/day'
import { firstBill } from '../let-home'
import { commandId, newId, ZHANGJIANG } from '../town'
import type { Setting } from './scenes'
import { type Stage, signedTwice } from './stage'

const charge = { kind: 'utility', amountFen: 8_100, note: '水费' }

/** A lease with its first bill: nothing of it is paid. */
const billed = async (stage: Stage) => {
  const { id: leaseId } = await signedTwice(stage)
  return { leaseId, billId: await firstBill(stage.town, leaseId) }
}

/** … which fell due yesterday. */
async function overdue(stage: Stage) {
  const { billId } = await billed(stage)
  const { store } = stage.town.world
  const now = stage.town.world.now()
  const bill = await read(store, billRecord, billId)
  const late = revise(bill, { dueOn: addDays(dayAt(now), -1) }, now)
  await store.commit(save(billRecord, bill, late, { kind: 'bill.overdue', by: 'system', now }))
  return { billId, payBy: addDays(dayAt(now), 5), version: late.version }
}

const paid = () => ({ paymentId: newId('ent'), amountFen: 100_000, receivedOn: '2026-11-01', method: 'bank' as const })

export const BILL_SCENES: Record<string, Setting> = {
  addBill: async (stage) => {
    const { leaseId } = await billed(stage)
    const dueOn = addDays(dayAt(stage.town.world.now()), 9)
    const input = { leaseId, billId: newId('bil', ZHANGJIANG), dueOn, charge }
    return { who: stage.holder, input, otherwise: { charge: { ...charge, amountFen: 1 } } }
  },
  addCharge: async (stage) => {
    const { billId } = await billed(stage)
    const otherwise = { charge: { ...charge, amountFen: 1 } }
    return { who: stage.holder, input: { billId, version: 1, charge }, otherwise }
  },
  cancelBill: async (stage) => {
    const { billId } = await billed(stage)
    return { who: stage.holder, input: { billId, version: 1 }, otherwise: { version: 2 } }
  },
  writeOffBill: async (stage) => {
    const { billId } = await billed(stage)
    return { who: stage.holder, input: { billId, version: 1 }, otherwise: { version: 2 } }
  },
  recordPayment: async (stage) => {
    const { billId } = await billed(stage)
    return { who: stage.holder, input: { billId, ...paid() }, otherwise: { amountFen: 1 } }
  },
  reversePayment: async (stage) => {
    const { billId } = await billed(stage)
    const payment = paid()
    void (await stage.holder.call(routes.recordPayment, { commandId: commandId(), billId, ...payment })).value
    const input = { billId, paymentId: payment.paymentId, reversalId: newId('ent') }
    return { who: stage.holder, input, otherwise: { reversalId: newId('ent') } }
  },
  demandPayment: async (stage) => {
    const { billId, version, payBy } = await overdue(stage)
    const input = { billId, version, payBy, method: 'app' }
    return { who: stage.holder, input, otherwise: { method: 'letter' } }
  },
  recordConsent: async ({ town }) => {
    const who = await town.join()
    return { who, input: { accepted: ['bill', 'arrears'] }, otherwise: { accepted: ['bill'] } }
  },
}
