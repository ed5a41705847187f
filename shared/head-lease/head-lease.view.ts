import * as z from 'zod'
import { Day } from '../day'
import { UnitState } from '../dwelling/board'
import { DwellingId, HeadLeaseId } from '../id'
import { HeadLease } from './head-lease'

/** The owner as the holder types them; numbers leave masked only. */
export const OwnerFacts = z.object({
  ownerName: HeadLease.shape.ownerName,
  ownerPhone: z.string().trim().max(30).optional(),
  ownerAccount: z
    .string()
    .trim()
    .regex(/^[0-9 ]{8,32}$/, '请填写收款账号的数字')
    .optional(),
  ownerBank: HeadLease.shape.ownerBank,
})

/** A part of a home as its owner may see it: what it does, never who lives there or for how much. */
const OwnedUnit = UnitState.pick({ unit: true, state: true, until: true, vacantSince: true, vacantDays: true })
const Planned = z.object({
  index: z.int(),
  from: Day,
  to: Day,
  dueOn: Day,
  amountFen: z.int(),
  paidFen: z.int(),
})

/** 主租约 as both sides see it. */
export const HeadLeaseView = HeadLease.omit({
  ownerPhone: true,
  ownerAccount: true,
  invitation: true,
  dueNext: true,
  accrueNext: true,
  remindNext: true,
}).extend({
  holderName: z.string(),
  ownerPhoneMasked: z.string().optional(),
  ownerAccountMasked: z.string().optional(),
  monthlyCostFen: z.int().meta({ description: '直线法: cost of one month' }),
  plan: z.array(Planned),
  depositOutFen: z.int().meta({ description: '付给业主的押金, less what came back' }),
  homes: z.array(
    z.object({
      dwellingId: DwellingId,
      communityName: z.string(),
      addressText: z.string(),
      monthlyCostFen: z.int().meta({ description: 'its share of the cost of one month' }),
      units: z.array(OwnedUnit),
    }),
  ),
})
export type HeadLeaseView = z.infer<typeof HeadLeaseView>

export const HeadLeaseCard = z.object({
  id: HeadLeaseId,
  ownerName: z.string(),
  holderName: z.string(),
  addressText: z.string().meta({ description: 'of its first home' }),
  homeCount: z.int(),
  startOn: Day,
  endOn: Day,
  rentFen: z.int(),
  nextDueOn: Day.optional(),
  nextDueFen: z.int().optional(),
  waiting: z.int().meta({ description: 'questions that the owner has not answered' }),
})
export type HeadLeaseCard = z.infer<typeof HeadLeaseCard>
