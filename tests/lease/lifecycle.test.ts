import type { DomainError } from '@anju/shared/errors'
import type { LeaseId, UserId } from '@anju/shared/id'
import { confirmAmendment, declineAmendment, proposeAmendment } from '@anju/shared/lease/amendment'
import { claim, correct, inviteLessee } from '@anju/shared/lease/claim'
import { giveNotice } from '@anju/shared/lease/give-notice'
import { confirmHandover, declineHandover, proposeHandover } from '@anju/shared/lease/handover'
import {
  decline,
  expire,
  giveWay,
  type Lease,
  offerDraft,
  renewal,
  renewedWith,
  reviseTerms,
  sign,
  takeOver,
  withdraw,
} from '@anju/shared/lease/lease'
import {
  isLivedIn,
  isMade,
  isOpen,
  isRunning,
  keepsKeys,
  type LeaseMove,
  LeaseStatus,
  MOVES,
  mayRevokeAccess,
} from '@anju/shared/lease/lifecycle'
import { confirmSettlement, proposeSettlement, recordRefund } from '@anju/shared/lease/settle'
import { describe, expect, it } from 'vitest'
import { HANDED, LESSEE, LESSOR, leaseIn, PRIVATE, TERMS, TODAY } from './sample-lease'

const NOW = `${TODAY}T02:00:00.000Z`
const FACTS = { paidRentFen: 900_000, heldDepositFen: 300_000, fees: [], deductions: [], penaltyWaived: false }
const lessor = { by: LESSOR, hand: LESSOR, lessor: PRIVATE, demands: [] }
const lessee = { by: LESSEE, hand: LESSEE, lessor: PRIVATE, demands: [] }
const handover = (lease: Lease) =>
  ({ ...HANDED, kind: lease.status === 'signed' ? 'entry' : 'exit', proposedBy: LESSOR, proposedAt: NOW }) as const

const onPaper = (lease: Lease, invitation?: NonNullable<Lease['paper']>['invitation']): Lease => ({
  ...lease,
  paper: { billsFrom: lease.startOn, ...(invitation && { invitation }) },
})

/** How each move is made on a lease that has everything else that it needs. */
const MADE_BY: Record<LeaseMove, (lease: Lease) => Lease> = {
  revise: (lease) => reviseTerms(lease, TERMS, PRIVATE, NOW),
  offer: (lease) => offerDraft(lease, PRIVATE, NOW),
  sign: (lease) => sign(lease, LESSOR, LESSOR, 'hash', NOW),
  decline: (lease) => decline(lease, NOW),
  withdraw: (lease) => withdraw(lease, NOW),
  proposeHandover: (lease) =>
    proposeHandover({ ...lease, endOn: TODAY }, { ...HANDED, handedOn: TODAY }, LESSOR, TODAY, NOW),
  declineHandover: (lease) => declineHandover({ ...lease, handover: handover(lease) }, NOW),
  confirmHandover: (lease) => confirmHandover({ ...lease, handover: handover(lease) }, LESSEE, NOW),
  proposeAmendment: (lease) =>
    proposeAmendment(lease, { ...TERMS, remarks: '可养猫' }, { ...lessor, textHash: 'h' }, NOW),
  declineAmendment: (lease) =>
    declineAmendment({ ...lease, amendment: { terms: TERMS, by: LESSOR, proposedAt: NOW, textHash: 'h' } }, NOW),
  confirmAmendment: (lease) =>
    confirmAmendment({ ...lease, amendment: { terms: TERMS, by: LESSOR, proposedAt: NOW, textHash: 'h' } }, lessee, NOW)
      .after,
  giveNotice: (lease) => giveNotice(lease, { ground: 'breach', lastOn: TODAY, reason: '房屋漏水' }, lessee, NOW),
  expire: (lease) => expire(lease, NOW),
  renew: (lease) => {
    renewal(
      lease,
      'lea_310115125_01HZZZZZZZZZZZZZZZZZZZZZZZ' as LeaseId,
      { ...TERMS, startOn: '2027-03-10', endOn: '2028-03-09' },
      PRIVATE,
      NOW,
    )
    return renewedWith(lease, 'lea_310115125_01HZZZZZZZZZZZZZZZZZZZZZZZ' as LeaseId, NOW)
  },
  giveWay: (lease) => giveWay(lease, NOW),
  takeOver: (lease) => takeOver(lease, leaseIn('active'), NOW),
  proposeSettlement: (lease) => proposeSettlement(lease, FACTS, lessor, NOW),
  confirmSettlement: (lease) =>
    confirmSettlement(
      { ...lease, settlement: { facts: FACTS, lastOn: TODAY, lines: [], totalFen: 1, by: LESSOR, proposedAt: NOW } },
      LESSEE,
      NOW,
    ),
  inviteLessee: (lease) => inviteLessee(onPaper(lease), LESSOR, NOW),
  claim: (lease) =>
    claim(
      onPaper(lease, { serial: 1, hand: LESSOR, at: NOW, until: '2199-01-01T00:00:00.000Z' }),
      { by: LESSEE, name: lease.lesseeName, textHash: 'h' },
      NOW,
    ),
  correct: (lease) =>
    correct(onPaper(lease), { ...TERMS, lesseeName: '王一' }, { lessor: PRIVATE, billed: false }, NOW),
  recordRefund: (lease) => recordRefund(lease, { paidOn: TODAY }, NOW),
}
const all = (Object.keys(MOVES) as LeaseMove[]).flatMap((name) =>
  LeaseStatus.options.map((status) => [name, status] as const),
)

describe('the moves of a lease', () => {
  it.each(all)('%s when %s', (name, status) => {
    const { from, to, refusal } = MOVES[name] as { from: readonly string[]; to: readonly string[]; refusal: string }
    const lease = leaseIn(status)
    if (!from.includes(status)) {
      expect(() => MADE_BY[name](lease)).toThrow(expect.objectContaining({ code: refusal }) as DomainError)
      return
    }
    const after = MADE_BY[name](lease)
    expect(to.length === 0 ? [status] : to).toContain(after.status)
    expect(after.version).toBe(lease.version + 1)
  })

  it('has a way to its end from every state, and none from there', () => {
    const ways = Object.values(MOVES) as { from: readonly LeaseStatus[]; to: readonly LeaseStatus[] }[]
    const ends: LeaseStatus[] = ['declined', 'withdrawn', 'renewed', 'settled']
    for (const status of LeaseStatus.options) {
      const reached = new Set<LeaseStatus>([status])
      for (let size = 0; size < reached.size; ) {
        size = reached.size
        for (const { from, to } of ways)
          if (from.some((each) => reached.has(each))) for (const next of to) reached.add(next)
      }
      expect([status, ends.some((end) => reached.has(end))]).toEqual([status, true])
      if (ends.includes(status)) expect([...reached]).toEqual([status])
    }
  })
})

describe('what a state says', () => {
  const those = (says: (lease: { status: LeaseStatus }) => boolean) =>
    LeaseStatus.options.filter((status) => says({ status }))
  it('made, running, lived in, open', () => {
    expect(those(isMade)).toEqual(['signed', 'active', 'notice', 'holdover', 'ended', 'renewed', 'settled'])
    expect(those(isRunning)).toEqual(['signed', 'active', 'notice', 'holdover'])
    expect(those(isLivedIn)).toEqual(['active', 'notice', 'holdover'])
    expect(those(isOpen)).toEqual(['draft', 'offered', 'signed', 'active', 'notice', 'holdover', 'ended'])
  })
  it('no key is taken away while the lease runs (SH-CON-13)', () => {
    expect(LeaseStatus.options.filter((status) => !mayRevokeAccess({ status }))).toEqual(those(isRunning))
    expect(keepsKeys({ status: 'holdover' })).toMatchObject({ ruleId: 'SH-CON-13', certainty: 'V' })
  })
})

describe('who may do it and when', () => {
  type Notice = Parameters<typeof giveNotice>
  const notice = (
    facts: Partial<Notice[1]>,
    who: UserId,
    lease = leaseIn('active'),
    demands: Notice[2]['demands'] = [],
  ) =>
    giveNotice(
      lease,
      { ground: 'early', lastOn: '2026-08-30', reason: '工作调动', ...facts },
      { by: who, hand: who, demands },
      NOW,
    )
  const codeOf = (act: () => unknown): string => {
    try {
      act()
      return 'done'
    } catch (error) {
      return (error as DomainError).code
    }
  }

  it('a notice keeps the days that were agreed, and what it costs (CT-08)', () => {
    const lease = { ...leaseIn('active'), noticeDays: 30, penaltyMonths: 1.5 }
    expect(codeOf(() => notice({ lastOn: '2026-08-23' }, LESSEE, lease))).toBe('lease.notice_too_short')
    expect(notice({ lastOn: '2026-08-24' }, LESSEE, lease).ending).toMatchObject({ penaltyFen: 450_000, by: LESSEE })
    const rise = { ...lease, rises: [{ from: '2026-08-01', rentFen: 320_000 }] }
    expect(notice({}, LESSEE, rise).ending?.penaltyFen).toBe(480_000)
    expect(notice({ ground: 'expiry', lastOn: lease.endOn }, LESSEE, lease).ending?.penaltyFen).toBe(0)
  })
  it('a lessor leaves a reasonable time (N-08)', () => {
    expect(codeOf(() => notice({ ground: 'breach', lastOn: '2026-08-08' }, LESSOR))).toBe('lease.notice_too_short')
    expect(codeOf(() => notice({ ground: 'breach', lastOn: '2026-08-09' }, LESSOR))).toBe('done')
    expect(codeOf(() => notice({ ground: 'breach', lastOn: TODAY }, LESSEE))).toBe('done')
  })
  it('arrears end a lease only after a demand and the days agreed (N-27), and only for the lessor', () => {
    const arrears = { ground: 'arrears' as const }
    expect(codeOf(() => notice(arrears, LESSEE))).toBe('request.invalid')
    expect(codeOf(() => notice(arrears, LESSOR))).toBe('lease.demand_first')
    const lease = { ...leaseIn('active'), arrearsTerminateDays: 10 }
    const asked = (on: string, payBy: string) => codeOf(() => notice(arrears, LESSOR, lease, [{ on, payBy }]))
    expect(asked('2026-07-16', '2026-07-20')).toBe('lease.demand_first')
    expect(asked('2026-07-15', '2026-07-25')).toBe('lease.demand_first')
    expect(asked('2026-07-15', '2026-07-24')).toBe('done')
  })
  it('nobody confirms what they proposed', () => {
    const proposed = proposeAmendment(
      leaseIn('active'),
      { ...TERMS, remarks: '可养猫' },
      { ...lessor, textHash: 'h' },
      NOW,
    )
    expect(codeOf(() => confirmAmendment(proposed, lessor, NOW))).toBe('lease.own_proposal')
    const settled = proposeSettlement(leaseIn('ended'), FACTS, lessee, NOW)
    expect(codeOf(() => confirmSettlement(settled, LESSEE, NOW))).toBe('lease.own_proposal')
  })
  it('a change leaves what is over as it was', () => {
    const change = (terms: Partial<typeof TERMS>) => () =>
      proposeAmendment(leaseIn('active'), { ...TERMS, ...terms }, { ...lessor, textHash: 'h' }, NOW)
    for (const past of [
      { startOn: '2026-04-10' },
      { rentFen: 1 },
      { rises: [{ from: TODAY, rentFen: 1 }] },
      { endOn: '2026-07-01' },
    ])
      expect([past, codeOf(change(past))]).toEqual([past, 'request.invalid'])
    expect(codeOf(change({ rises: [{ from: '2026-09-10', rentFen: 310_000 }] }))).toBe('done')
    expect(codeOf(change({ payCycle: { rentMonths: 3, depositMonths: 1 } }))).toBe('done')
  })
  it('a home is not handed back before its time without a notice, nor with a meter that ran backwards', () => {
    const back =
      (handedOn: string, value: number, replaced = false) =>
      () =>
        proposeHandover(
          { ...leaseIn('active'), endOn: TODAY },
          { ...HANDED, handedOn, readings: [{ meter: 'water', value, replaced }] },
          LESSOR,
          TODAY,
          NOW,
        )
    expect(codeOf(back('2026-07-24', 200))).toBe('lease.not_ending')
    expect(codeOf(back(TODAY, 1))).toBe('request.invalid')
    expect(codeOf(back(TODAY, 1, true))).toBe('done')
    expect(codeOf(back('2026-07-26', 200))).toBe('request.invalid')
  })
  it('a renewal begins the day after, and there is one', () => {
    const id = 'lea_310115125_01HZZZZZZZZZZZZZZZZZZZZZZZ' as LeaseId
    const next = (startOn: string, lease = leaseIn('active')) =>
      renewal(lease, id, { ...TERMS, startOn, endOn: '2028-03-09' }, PRIVATE, NOW)
    expect(codeOf(() => next('2027-03-11'))).toBe('lease.renewal_start')
    expect(next('2027-03-10')).toMatchObject({ status: 'offered', lesseeId: LESSEE, renews: leaseIn('active').id })
    expect(codeOf(() => next('2027-03-10', renewedWith(leaseIn('active'), id, NOW)))).toBe('lease.already_renewed')
  })
})
