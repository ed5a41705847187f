import type { Route } from '@anju/shared/contract/route'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { FilingId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { Hat } from '@anju/shared/person/person'
import { personRoutes } from '@anju/shared/person/person.routes'
import { advertisedHome, letHome, offeredLease } from '../let-home'
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

  /** A citizen whose answers teach us, in the place of the one with the same label. */
  private async enter(label: string, hats: Hat[]): Promise<Citizen> {
    const joined = await this.town.join({ only: hats })
    const citizen: Citizen = {
      ...joined,
      call: async (route, input) => {
        const answer = await joined.call(route, input)
        if (answer.status === 200) this.known.learn(answer.value, joined.id)
        return answer
      },
    }
    this.members.set(label, citizen)
    this.known.learn(joined.me)
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

  /** After somebody signed out, closed the account or lost the hat of their label: the same part, played anew. */
  async mend({ label, citizen }: Caller): Promise<void> {
    const hats = ROLES.find(([each]) => each === label)?.[1] ?? []
    if (!citizen) return
    const answer = await citizen.call(personRoutes.readMe, {})
    if (answer.status === 200) citizen.me = answer.value
    const held = answer.status === 200 ? answer.value.hats : []
    if (!hats.every((hat) => held.some((each) => each.role === hat.role && each.region === hat.region)))
      await this.enter(label, hats)
    else if (answer.status !== 200) await this.enter(label, hats)
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
    await letHome(this.town, holder, tenant)
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
