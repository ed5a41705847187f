import { businessIdOf } from '@anju/shared/business/business'
import { businessRoutes } from '@anju/shared/business/business.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome } from './let-home'
import { searchForSecrets } from './secrecy'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

const ACCOUNT = '6222021001112223334'
const enterprise = {
  kind: 'enterprise' as const,
  name: '听潮租赁有限公司',
  creditCode: '91310115ma1qar019y',
  scopeCoversLetting: true,
}
const bank = { bankName: '某某银行张江支行', number: ACCOUNT }

describe('经营主体', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())

  const holderWith = (role: 'landlord' | 'sublandlord' = 'sublandlord') => town.join({ hats: [{ role }] })
  const idOf = (who: Citizen) => businessIdOf(who.id)
  const set = (who: Citizen, facts: object, version?: number) =>
    who.call(businessRoutes.setBusiness, {
      commandId: commandId(),
      businessId: idOf(who),
      ...enterprise,
      ...facts,
      ...(version !== undefined && { version }),
    })
  const readOf = async (who: Citizen) => (await who.call(businessRoutes.readBusiness, { businessId: idOf(who) })).value

  /** A request that waits for a lease, and the terms 押二付六 at 3,000. */
  async function asked(holder: Citizen, tenant: Citizen) {
    const { listingId } = await advertisedHome(holder)
    const requestId = newId('ask', ZHANGJIANG)
    const wish = { listingId, requestId, moveInOn: '2026-12-01', months: 12, persons: 1 }
    void (await tenant.call(leaseRoutes.requestRental, { commandId: commandId(), ...wish })).value
    return requestId
  }
  const terms = (depositMonths: number, rentMonths: 1 | 3 | 6) => ({
    startOn: '2026-12-01',
    endOn: '2027-11-30',
    rentFen: 300_000,
    payCycle: { depositMonths, rentMonths },
    deposit: { amountFen: depositMonths * 300_000, returnDays: 7, deductionGrounds: ['欠付租金'] },
  })

  it('a holder is a person until they say otherwise; the account is sealed and masked', async () => {
    const holder = await holderWith()
    expect(await readOf(holder)).toMatchObject({ kind: 'person', name: holder.name, homes: 0, marks: [] })
    const after = (await set(holder, { account: bank })).value
    expect(after).toMatchObject({
      creditCode: '91310115MA1QAR019Y',
      account: { bankName: bank.bankName, numberMasked: '***************3334' },
      version: 1,
      marks: [],
    })
    expect(await searchForSecrets(town, [ACCOUNT])).toEqual([])
    const kept = (await set(holder, { account: { bankName: '另一银行' } }, 1)).value
    expect(kept.account).toEqual({ bankName: '另一银行', numberMasked: '***************3334' })
    expect((await set(holder, {}, 1)).error.code).toBe('request.changed')
    expect((await set(holder, {}, 2)).value.account).toBeUndefined()
    expect((await readOf(holder)).marks.map(({ ruleId }) => ruleId)).toEqual(['SH-CON-06'])
    expect((await set(holder, { account: { bankName: '另一银行' } }, 3)).error.fields).toMatchObject([
      { path: 'account.number' },
    ])
    expect((await set(holder, { creditCode: '310115000012345' }, 3)).error.fields).toMatchObject([
      { path: 'creditCode' },
    ])
  })

  it('nobody else reads or fills it in', async () => {
    const [holder, other] = [await holderWith(), await holderWith()]
    void (await set(holder, {})).value
    expect((await other.call(businessRoutes.readBusiness, { businessId: idOf(holder) })).error.code).toBe(
      'business.not_found',
    )
    const theirs = { commandId: commandId(), businessId: idOf(holder), ...enterprise, version: 1 }
    expect((await other.call(businessRoutes.setBusiness, theirs)).error.code).toBe('business.not_found')
  })

  it('homes are counted one by one, also when many are registered at once', async () => {
    const holder = await holderWith()
    for (let round = 0; round < 2; round++) {
      await Promise.all(Array.from({ length: 4 }, () => advertisedHome(holder)))
      expect((await readOf(holder)).homes).toBe(4 * (round + 1))
    }
    expect((await readOf(holder)).marks).toMatchObject([{ ruleId: 'SH-CON-05', inputs: { homes: 8, over: 10 } }])
  })

  it('an enterprise without an account may not take 押二付六; with one it is told how much is supervised', async () => {
    const [holder, tenant] = [await holderWith(), await town.join()]
    void (await set(holder, {})).value
    const requestId = await asked(holder, tenant)
    const leaseId = newId('lea', ZHANGJIANG)
    const drawUp = () =>
      holder.call(leaseRoutes.drawUpLease, { commandId: commandId(), requestId, leaseId, ...terms(2, 6) })
    const refusal = (await drawUp()).error
    expect(refusal.code).toBe('lease.blocked')
    expect(refusal.rules).toMatchObject([{ ruleId: 'SH-CON-06', inputs: { partFen: 1_200_000, hasAccount: false } }])

    void (await set(holder, { account: bank }, 1)).value
    const lease = (await drawUp()).value
    expect(lease.lessorName).toBe(enterprise.name)
    expect(lease.warnings.map(({ ruleId }) => ruleId)).toEqual(['SH-CON-06', 'SH-CON-08', 'SH-CON-10', 'N-24'])

    // The account is gone before anybody has signed: what was offered may no longer be signed, only made smaller.
    void (await set(holder, {}, 2)).value
    const sign = (version: number) => holder.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version })
    expect((await sign(1)).error.rules).toMatchObject([{ ruleId: 'SH-CON-06' }])
    const revise = (depositMonths: number, rentMonths: 3 | 6) =>
      holder.call(leaseRoutes.reviseLease, {
        commandId: commandId(),
        leaseId,
        version: 1,
        ...terms(depositMonths, rentMonths),
      })
    expect((await revise(1, 6)).error.code).toBe('lease.blocked')
    expect((await revise(1, 3)).value.warnings.map(({ ruleId }) => ruleId)).toEqual(['N-24'])
    expect((await sign(2)).status).toBe(200)
  })

  it('a person may take 押二付六', async () => {
    const [holder, tenant] = [await holderWith('landlord'), await town.join()]
    const requestId = await asked(holder, tenant)
    const made = { commandId: commandId(), requestId, leaseId: newId('lea', ZHANGJIANG), ...terms(2, 6) }
    const lease = (await holder.call(leaseRoutes.drawUpLease, made)).value
    expect([lease.warnings, lease.lessorName]).toEqual([[], holder.name])
  })
})
