import * as z from 'zod'
import { declare } from '../contract/route'
import { RepairId } from '../id'
import { Fen } from '../money'
import { LEASE_PARTIES } from '../person/role'
import { Fault } from './payer'
import { PictureIds, Quote } from './repair'
import { CHANGING, ofRepair, on, PICTURES, WORDS } from './repair.routes'
import { RepairView } from './view'

/** What the worker does, whether of the staff or from outside. */
export const workRoutes = declare({
  takeRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/take',
    summary: '维修人员接单',
    access: LEASE_PARTIES,
    input: z.object({
      repairId: RepairId,
      code: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, '接单码为 8 位数字和字母，请核对'),
    }),
    output: RepairView,
    refusals: ['repair.code', 'repair.taken', 'repair.not_now', 'staff.too_many_tries', 'request.changed'],
  },
  arriveForRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/arrive',
    summary: '到场',
    access: LEASE_PARTIES,
    ...ofRepair,
    input: z.object(on),
    refusals: [...CHANGING, 'repair.visit_first'],
  },
  quoteRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/quote',
    summary: '报价并说明原因',
    access: LEASE_PARTIES,
    ...ofRepair,
    input: z.object({
      ...on,
      fault: Fault,
      amountFen: Quote.shape.amountFen,
      finding: z.string().trim().min(2, '请写明查到的原因和要做的事').max(300),
      pictureIds: PictureIds,
    }),
    refusals: [...CHANGING, ...PICTURES, 'repair.no_lessee', 'repair.quotes', ...WORDS],
  },
  finishRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/finish',
    summary: '完工',
    access: LEASE_PARTIES,
    ...ofRepair,
    input: z.object({
      ...on,
      note: z.string().trim().min(2, '请写明做了什么').max(300),
      pictureIds: PictureIds,
      costFen: Fen.meta({ description: 'what it cost; 0 where nothing is to be paid' }),
    }),
    refusals: [...CHANGING, ...PICTURES, 'repair.over_quote', ...WORDS],
  },
})
