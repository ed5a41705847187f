import type { Lease } from '@anju/shared/lease/lease'
import { invited, paperLease } from '../paper-lease'
import {
  active,
  amending,
  ended,
  leaving,
  list,
  listed,
  nothingOwed,
  settled,
  settling,
  signed,
  termsOf,
  today,
} from '../tenancy'
import { newId, ZHANGJIANG } from '../town'
import type { Setting } from './scenes'
import { drafted } from './stage'

const on = ({ id, version }: Lease) => ({ leaseId: id, version })
const another = { version: 99 }

/** The scenes of a lease after it was signed. */
export const TENANCY_SCENES: Record<string, Setting> = {
  offerLease: async (stage) => {
    return { who: stage.holder, input: on(await drafted(stage)), otherwise: another }
  },
  proposeHandover: async (stage) => {
    const input = { ...on(await signed(stage)), ...list(today(stage)) }
    return { who: stage.holder, input, otherwise: { keyCount: 9 } }
  },
  confirmHandover: async (stage) => {
    const lease = await listed(stage, await leaving(stage), 130)
    return { who: stage.tenant, input: on(lease), otherwise: another }
  },
  declineHandover: async (stage) => {
    const lease = await listed(stage, await signed(stage))
    return { who: stage.tenant, input: on(lease), otherwise: another }
  },
  proposeAmendment: async (stage) => {
    const lease = await active(stage)
    const input = { ...on(lease), ...termsOf(lease), remarks: '可养一只猫' }
    return { who: stage.tenant, input, otherwise: { remarks: '可养两只猫' } }
  },
  confirmAmendment: async (stage) => ({ who: stage.tenant, input: on(await amending(stage)), otherwise: another }),
  declineAmendment: async (stage) => ({ who: stage.tenant, input: on(await amending(stage)), otherwise: another }),
  renewLease: async (stage) => {
    const lease = await active(stage)
    const terms = { ...termsOf(lease), startOn: '2027-12-01', endOn: '2028-11-30' }
    const input = { leaseId: lease.id, renewalId: newId('lea', ZHANGJIANG), ...terms }
    return { who: stage.holder, input, otherwise: { rentFen: 330_000 } }
  },
  giveNotice: async (stage) => {
    const facts = { ground: 'breach', lastOn: today(stage), reason: '房屋漏水' }
    return { who: stage.tenant, input: { ...on(await active(stage)), ...facts }, otherwise: { reason: '另有住处' } }
  },
  proposeSettlement: async (stage) => {
    const input = { ...on(await ended(stage)), ...nothingOwed }
    return { who: stage.holder, input, otherwise: { paidRentFen: 1 } }
  },
  confirmSettlement: async (stage) => ({ who: stage.tenant, input: on(await settling(stage)), otherwise: another }),
  inviteLessee: async ({ holder }) => ({
    who: holder,
    input: on(await paperLease(holder, '王一')),
    otherwise: another,
  }),
  withdrawLesseeInvitation: async ({ holder }) => {
    const { lease } = await invited(holder, '王一')
    return { who: holder, input: on(lease), otherwise: another }
  },
  correctLease: async ({ holder }) => {
    const lease = await paperLease(holder, '王一')
    return {
      who: holder,
      input: { ...on(lease), ...termsOf(lease), lesseeName: '王一一' },
      otherwise: { lesseeName: '王二' },
    }
  },
  claimLease: async ({ holder, tenant }) => {
    const { lease, code } = await invited(holder, tenant.name)
    return { who: tenant, input: { ...on(lease), code }, otherwise: another }
  },
  postMessage: async (stage) => {
    const { id } = await active(stage)
    const input = { leaseId: id, messageId: newId('msg', ZHANGJIANG), text: '厨房水龙头滴水，周六上午在家' }
    return { who: stage.tenant, input, otherwise: { text: '改天再说' } }
  },
  recordRefund: async (stage) => {
    const input = { ...on(await settled(stage)), paidOn: today(stage) }
    return { who: stage.holder, input, otherwise: { paidOn: '2026-11-01' } }
  },
}
