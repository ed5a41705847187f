import type { DueKind, Settle } from './due'

/** Which domain settles what falls due: loaded when the first row of its kind is met. */
export const settlers: Partial<Record<DueKind, () => Promise<Settle<never>>>> = {
  bill: async () => (await import('../bill/issue-bills')).issueBills,
  complaint: async () => (await import('../complaint/remind-of-complaint')).remindOfComplaint,
  dunning: async () => (await import('../bill/remind-of-bill')).remindOfBill,
  lease_end: async () => (await import('../lease/remind-of-end')).remindOfEnd,
  payment: async () => (await import('../payment/settle-payment')).settlePayment,
  trade_bill: async () => (await import('../payment/reconcile-merchant')).reconcileMerchant,
  wechat: async () => (await import('../notice/send-message')).sendMessage,
  head_cost: async () => (await import('../head-lease/settle-head-lease')).settleHeadCost,
  head_remind: async () => (await import('../head-lease/settle-head-lease')).settleHeadReminder,
  head_rent: async () => (await import('../head-lease/settle-head-lease')).settleHeadRent,
  filing: async () => (await import('../filing/remind-to-file')).remindToFile,
  filing_case: async () => (await import('../filing/settle-case')).settleCase,
  spread: async () => (await import('../ledger/spread')).amortise,
  repair: async () => (await import('../repair/settle-repair')).settleRepair,
  upkeep: async () => (await import('../repair/remind-of-upkeep')).remindOfUpkeep,
  expiry: async () => (await import('../lease/expire-lease')).expireLease,
  refund: async () => (await import('../lease/remind-of-refund')).remindOfRefund,
}
