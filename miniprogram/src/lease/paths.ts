import type { ComplaintKind } from '@anju/shared/complaint/complaint'
import type { BillId, FilingId, LeaseId, RequestId } from '@anju/shared/id'
import Taro from '@tarojs/taro'

export const open = (url: string): void => void Taro.navigateTo({ url })

export const leasePath = (id: LeaseId) => `/pages/lease/detail?id=${id}`
export const myLeasePath = (id: LeaseId) => `/pages/lease/mine?id=${id}`
export const drawUpPath = (id: RequestId) => `/pages/lease/draw-up?request=${id}`
export const revisePath = (id: LeaseId) => `/pages/lease/draw-up?lease=${id}`
export const amendPath = (id: LeaseId) => `/pages/lease/draw-up?amend=${id}`
export const renewPath = (id: LeaseId) => `/pages/lease/draw-up?renew=${id}`
export const correctPath = (id: LeaseId) => `/pages/lease/draw-up?correct=${id}`
export const invitePath = (id: LeaseId) => `/pages/lease/invite?id=${id}`
export const claimPath = (code: string) => `/pages/lease/claim?code=${code}`
export const amendmentPath = (id: LeaseId) => `/pages/lease/amendment?id=${id}`
export const handoverPath = (id: LeaseId) => `/pages/lease/handover?id=${id}`
export const leavePath = (id: LeaseId) => `/pages/lease/leave?id=${id}`
export const settlePath = (id: LeaseId) => `/pages/lease/settle?id=${id}`
export const leasesPath = (side: 'lessor' | 'lessee') => `/pages/lease/list?side=${side}`
export const requestsPath = (side: 'sent' | 'received') => `/pages/lease/requests?side=${side}`
export const billsPath = (side: 'lessor' | 'lessee') => `/pages/bill/list?side=${side}`
export const leaseBillsPath = (id: LeaseId) => `/pages/bill/list?lease=${id}`
export const boardPath = (id: LeaseId, text = '') =>
  `/pages/message/board?id=${id}${text && `&text=${encodeURIComponent(text)}`}`
/** 投诉 about a lease, with what it is about where that is known: the town looks at it. */
export const complainPath = (id: LeaseId, kind?: ComplaintKind) =>
  `/pages/complaint/new?leaseId=${id}${kind ? `&kind=${kind}` : ''}`
export const receiptsPath = (id: LeaseId) => `/pages/bill/receipts?lease=${id}`
export const billPath = (id: BillId) => `/pages/bill/detail?id=${id}`
export const payBillPath = (id: BillId) => `/pages/payment/pay?bill=${id}`
export const addBillPath = (id: LeaseId) => `/pages/bill/add?lease=${id}`
export const submitFilingPath = (id: LeaseId) => `/pages/filing/submit?lease=${id}`
export const filingPath = (id: FilingId) => `/pages/filing/detail?id=${id}`
/** The page that asks for the real name comes back to `path`. */
export const identityPath = (path: string) => `/pages/person/identity?back=${encodeURIComponent(path)}`
export const repairsPath = (side: 'lessor' | 'lessee') => `/pages/repair/list?side=${side}`
export const reportPath = (id: LeaseId) => `/pages/repair/new?lease=${id}`
export const BOOK = '/pages/ledger/book'
export const REPORT = '/pages/ledger/report'
export const BOOK_ENTRY = '/pages/ledger/entry'
