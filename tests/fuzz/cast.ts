import { businessRoutes } from '@anju/shared/business/business.routes'
import type { Route } from '@anju/shared/contract/route'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { FilingId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { Hat } from '@anju/shared/person/person'
import { personRoutes } from '@anju/shared/person/person.routes'
import { request } from '../client'
import { drafted } from '../faults/stage'
import { advertisedHome, letHome, offeredLease } from '../let-home'
import { active, amending, ended, leaving, listed, settled, settling } from '../tenancy'
import { type Citizen, commandId, newId, TANG, type Town, ZHANGJIANG } from '../town'
import type { Dice } from './dice'
import type { Known } from './known'
import { brokenTokens } from './tokens'

/** Who calls: a label for the report, the header it sends, and the person behind it, if any. */
export interface Caller {
  label: string
  authorization: string | undefined
  citizen?: Citizen
}

const ROLES: [string, Hat[]][] = [
  ['tenant', [{ role: 'tenant' }]],
  ['landlord', [{ role: 'tenant' }, { role: 'landlord' }]],
  ['sublandlord', [{ role: 'tenant' }, { role: 'sublandlord' }]],
  ['clerk', [{ role: 'clerk', region: ZHANGJIANG }]],
  ['second clerk', [{ role: 'tenant' }, { role: 'clerk', region: ZHANGJIANG }]],
  ['clerk of a committee', [{ role: 'clerk', region: `${ZHANGJIANG}001` }]],
  ['clerk elsewhere', [{ role: 'clerk', region: TANG }]],
  ['town officer', [{ role: 'town_officer', region: ZHANGJIANG }]],
  ['district officer', [{ role: 'district_officer', region: '310115' }]],
  ['district officer elsewhere', [{ role: 'district_officer', region: '310104' }]],
  ['auditor', [{ role: 'auditor', region: '31' }]],
  ['operator', [{ role: 'operator_admin' }]],
  [
    'everything',
    [{ role: 'tenant' }, { role: 'landlord' }, { role: 'clerk', region: ZHANGJIANG }, { role: 'operator_admin' }],
  ],
]

const bearer = (citizen: Citizen): string => `Bearer ${citizen.token}`

/** The people of the fuzz, their tokens, and tokens that are worth nothing. */
export class Cast {
  private readonly members = new Map<string, Citizen>()
  private broken: Caller[] = []
  private rounds = 0

  constructor(
    private readonly town: Town,
    private readonly known: Known,
  ) {}

  private async enter(label: string, hats: Hat[]): Promise<Citizen> {
    const joined = await this.town.join({ only: hats })
    this.known.learn(joined.me)
    return this.seat(label, joined)
  }

  /** Puts somebody into the place of a label; what they are answered teaches us. */
  private seat(label: string, { token, ...person }: Citizen): Citizen {
    const citizen: Citizen = {
      ...person,
      token,
      call: async (route, input) => {
        const answer = await request(this.town.base, route, input, token)
        if (answer.status === 200) this.known.learn(answer.value, person.id)
        return answer
      },
    }
    this.members.set(label, citizen)
    return citizen
  }

  async assemble(): Promise<void> {
    for (const [label, hats] of ROLES) await this.enter(label, hats)
    this.broken = await brokenTokens(this.town, this.members.get('tenant') as Citizen)
  }

  callers = (): Caller[] =>
    [...this.members].map(([label, citizen]) => ({ label, citizen, authorization: bearer(citizen) }))
  callerOf = (userId: unknown): Caller | undefined => this.callers().find(({ citizen }) => citizen?.id === userId)
  anyone = (dice: Dice): Caller =>
    dice.chance(0.75)
      ? dice.pick(this.callers())
      : dice.pick([{ label: 'guest', authorization: undefined }, ...this.broken])
  admitted = (route: Route): Caller[] =>
    this.callers().filter(
      ({ citizen }) => route.access === 'anyone' || citizen?.me.hats.some((hat) => route.access.includes(hat.role)),
    )

  /** After somebody signed out, closed the account or lost the hat of their label: signs in again, or the part is played anew. */
  async mend({ label, citizen }: Caller): Promise<void> {
    const hats = ROLES.find(([each]) => each === label)?.[1] ?? []
    if (!citizen) return
    const answer = await citizen.call(personRoutes.readMe, {})
    const code = answer.status === 401 ? this.town.wechat.loginCode(citizen.openid) : undefined
    const again = code && (await request(this.town.base, personRoutes.logIn, { code })).value
    const me = again ? again.me : answer.status === 200 ? answer.value : undefined
    const whole = hats.every((hat) => me?.hats.some((held) => held.role === hat.role && held.region === hat.region))
    if (!me || !whole) return void (await this.enter(label, hats))
    citizen.me = me
    if (again) this.seat(label, { ...citizen, token: again.token })
  }

  /** Fresh things in every state that a route may start from, made by new people who take over a part. */
  async restock(): Promise<void> {
    const part = this.rounds++ % 2 === 0 ? 'landlord' : 'sublandlord'
    const holder = await this.enter(part, [{ role: 'tenant' }, { role: part }])
    const tenant = await this.enter('tenant', [{ role: 'tenant' }])
    const clerk = this.members.get('clerk') as Citizen
    await advertisedHome(holder)
    await offeredLease(holder, tenant, await advertisedHome(holder))
    const asked = { commandId: commandId(), requestId: newId('ask', ZHANGJIANG) }
    const { listingId } = await advertisedHome(holder)
    await tenant.call(leaseRoutes.requestRental, {
      ...asked,
      listingId,
      moveInOn: '2026-12-01',
      months: 12,
      persons: 1,
    })
    const { businessId } = await letHome(this.town, holder, tenant)
    const business = { kind: 'person' as const, name: '某某房屋租赁' }
    await holder.call(businessRoutes.setBusiness, { commandId: commandId(), businessId, ...business })
    const house = { town: this.town, holder, tenant }
    await drafted(house)
    for (const step of [active, amending, ended, settling, settled]) await step(house)
    await listed(house, await leaving(house), 130)
    const taken: string[] = []
    for (let cases = 0; cases < 2; cases++) {
      const { filingId } = await letHome(this.town, holder, tenant)
      taken.push(filingId)
      await clerk.call(filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 1 })
    }
    const back = { filingId: taken[0] as FilingId, version: 2, reasons: [{ code: 'ID' as const }] }
    await clerk.call(filingRoutes.returnFiling, { commandId: commandId(), ...back })
  }
}
