import type { Bill } from '@anju/shared/bill/bill'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { addBill } from './add-bill'
import { addCharge } from './add-charge'
import { billRecord } from './bill.store'
import { cancelBill } from './cancel-bill'
import { demandPayment } from './demand-payment'
import { listBills } from './list-bills'
import { listLeaseBills } from './list-lease-bills'
import { listReceipts } from './list-receipts'
import { readBill } from './read-bill'
import { readBillTotals } from './read-bill-totals'
import { recordPayment } from './record-payment'
import { reversePayment } from './reverse-payment'
import { viewBill } from './view-bill'
import { writeOffBill } from './write-off-bill'

export const domain = {
  routes: billRoutes,

  useCases: {
    listBills,
    readBillTotals,
    listLeaseBills,
    listReceipts,
    readBill,
    addBill,
    addCharge,
    cancelBill,
    writeOffBill,
    recordPayment,
    reversePayment,
    demandPayment,
  } satisfies Fulfilled<typeof billRoutes>,
  reach: {
    bil: async (store, id) => {
      const bill: Bill = await read(store, billRecord, id)
      return { parties: [bill.lessorId, bill.lesseeId], region: undefined, subject: bill }
    },
  },
  replay: {
    bil: async (id, { store, now }) => viewBill(await read(store, billRecord, id), now),
  },
} satisfies Domain
