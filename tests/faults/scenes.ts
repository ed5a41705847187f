import { businessIdOf } from '@anju/shared/business/business'
import { routes } from '@anju/shared/contract/routes'
import { advertisedHome, declarations, occupantsOf } from '../let-home'
import { type Citizen, citizenNumber, newId, ZHANGJIANG } from '../town'
import { BILL_SCENES } from './bill-scenes'
import { COMPLAINT_SCENES } from './scenes-complaint'
import { FILING_SCENES } from './scenes-filing'
import { HOME_SCENES } from './scenes-home'
import { MONEY_SCENES } from './scenes-money'
import { REPAIR_SCENES } from './scenes-repair'
import { RULE_SCENES } from './scenes-rules'
import { TENANCY_SCENES } from './scenes-tenancy'
import { inReview, offered, openRequest, returned, type Stage, signedOnce, signedTwice, submitted } from './stage'

/** One command ready to be sent: by whom, with what, and the same command with other content. */
interface Scene {
  who: Citizen
  input: Record<string, unknown>
  /** Fields that make it another intention under the same command id. */
  otherwise: Record<string, unknown>
}
export type Setting = (stage: Stage) => Promise<Scene>

const me = (who: Citizen) => ({ version: who.me.version })
const terms = {
  startOn: '2027-01-01',
  endOn: '2027-12-31',
  rentFen: 300_000,
  payCycle: { depositMonths: 1, rentMonths: 3 },
  deposit: { amountFen: 300_000, returnDays: 7, deductionGrounds: ['欠付租金'] },
}
let homes = 0
const facts = (bedrooms = 1) => ({
  address: { townCode: ZHANGJIANG, road: '高科路', lane: '9弄', number: `${++homes}号`, room: '101室' },
  communityName: '听潮苑',
  certificateBedrooms: bedrooms,
  rooms: [{ roomNo: 'A', originalUse: 'bedroom', usableAreaSquareMetres: 14.2 }],
})
const reasons = [{ code: 'ROOM', explanation: '请补充' }]
const others = [{ code: 'TITLE', explanation: '请补充' }]

/** For every route that names what it writes, a scene in which it is called rightly. */
export const SCENES: Record<string, Setting> = {
  ...BILL_SCENES,
  ...FILING_SCENES,
  ...COMPLAINT_SCENES,
  ...HOME_SCENES,
  ...MONEY_SCENES,
  ...REPAIR_SCENES,
  ...RULE_SCENES,
  ...TENANCY_SCENES,
  setIdentity: async ({ town }) => {
    const who = await town.join()
    const identity = { identityKind: 'citizen', identityNumber: citizenNumber(901) }
    return { who, input: { ...me(who), ...identity, realName: '王一' }, otherwise: { realName: '王二' } }
  },
  bindPhone: async ({ town }) => {
    const who = await town.join()
    const code = () => town.wechat.phoneCode(`139${String(10_000_000 + ++homes)}`)
    return { who, input: { ...me(who), code: code() }, otherwise: { code: code() } }
  },
  putOnHat: async ({ town }) => {
    const who = await town.join()
    return { who, input: { ...me(who), role: 'landlord' }, otherwise: { role: 'sublandlord' } }
  },
  takeOffHat: async ({ town }) => {
    const who = await town.join({ hats: [{ role: 'landlord' }, { role: 'sublandlord' }] })
    return { who, input: { ...me(who), role: 'landlord' }, otherwise: { role: 'sublandlord' } }
  },
  setBusiness: async ({ town }) => {
    const who = await town.join({ hats: [{ role: 'sublandlord' }] })
    const facts = { kind: 'enterprise', name: '安居租赁公司', creditCode: '91310115MA1QAR019Y' }
    const account = { bankName: '某某银行张江支行', number: '6222021001112223334' }
    return { who, input: { ...facts, account, businessId: businessIdOf(who.id) }, otherwise: { name: '另一公司' } }
  },
  inviteStaff: async ({ town }) => {
    const who = await town.join({ hats: [{ role: 'sublandlord' }] })
    return { who, input: { invitationId: newId('inv'), role: 'keeper' }, otherwise: { role: 'bookkeeper' } }
  },
  withdrawInvitation: async (stage) => {
    const { invitationId } = await submitted(stage)
    return { who: stage.holder, input: { invitationId, version: 1 }, otherwise: { version: 2 } }
  },
  registerDwelling: async ({ holder }) => ({
    who: holder,
    input: { ...facts(), dwellingId: newId('dwl', ZHANGJIANG) },
    otherwise: { communityName: '别的小区' },
  }),
  reviseDwelling: async ({ holder }) => {
    const { dwellingId } = await advertisedHome(holder)
    return { who: holder, input: { ...facts(2), dwellingId, version: 1 }, otherwise: { communityName: '别的小区' } }
  },
  publishListing: async ({ holder }) => {
    const { dwellingId } = await advertisedHome(holder)
    const advert = { unit: { kind: 'room', roomNo: 'B' }, title: '次卧', rentFen: 200_000, payCycle: terms.payCycle }
    const input = { ...advert, dwellingId, listingId: newId('lst', ZHANGJIANG) }
    return { who: holder, input, otherwise: { title: '另一标题' } }
  },
  withdrawListing: async ({ holder }) => {
    const { listingId } = await advertisedHome(holder)
    return { who: holder, input: { listingId, version: 1 }, otherwise: { version: 2 } }
  },
  requestRental: async ({ holder, tenant }) => {
    const { listingId } = await advertisedHome(holder)
    const asked = { listingId, requestId: newId('ask', ZHANGJIANG), moveInOn: '2026-12-01', months: 12, persons: 1 }
    return { who: tenant, input: asked, otherwise: { months: 6 } }
  },
  declineRequest: async (stage) => {
    const { requestId } = await openRequest(stage)
    return { who: stage.holder, input: { requestId, version: 1 }, otherwise: { version: 2 } }
  },
  withdrawRequest: async (stage) => {
    const { requestId } = await openRequest(stage)
    return { who: stage.tenant, input: { requestId, version: 1 }, otherwise: { version: 2 } }
  },
  drawUpLease: async (stage) => {
    const { requestId } = await openRequest(stage)
    const input = { ...terms, requestId, leaseId: newId('lea', ZHANGJIANG) }
    return { who: stage.holder, input, otherwise: { rentFen: 310_000 } }
  },
  reviseLease: async (stage) => {
    const { leaseId } = await offered(stage)
    return { who: stage.holder, input: { ...terms, leaseId, version: 1 }, otherwise: { rentFen: 310_000 } }
  },
  signLease: async (stage) => {
    const { leaseId, version } = await signedOnce(stage)
    return { who: stage.tenant, input: { leaseId, version }, otherwise: { version: version + 1 } }
  },
  declineLease: async (stage) => {
    const { leaseId } = await offered(stage)
    return { who: stage.tenant, input: { leaseId, version: 1 }, otherwise: { version: 2 } }
  },
  withdrawLease: async (stage) => {
    const { leaseId } = await offered(stage)
    return { who: stage.holder, input: { leaseId, version: 1 }, otherwise: { version: 2 } }
  },
  submitFiling: async (stage) => {
    const { id: leaseId } = await signedTwice(stage)
    const input = { leaseId, filingId: newId('fil', ZHANGJIANG), occupants: occupantsOf(stage.tenant), declarations }
    const [occupant] = occupantsOf(stage.tenant)
    return { who: stage.tenant, input, otherwise: { occupants: [{ ...occupant, name: '别的名字' }] } }
  },
  resubmitFiling: async (stage) => {
    const { id: filingId } = await returned(stage)
    const input = { filingId, version: 3, occupants: occupantsOf(stage.tenant), declarations }
    const [occupant] = occupantsOf(stage.tenant)
    return { who: stage.tenant, input, otherwise: { occupants: [{ ...occupant, name: '别的名字' }] } }
  },
  withdrawFiling: async (stage) => {
    const { filingId } = await submitted(stage)
    return { who: stage.tenant, input: { filingId, version: 1 }, otherwise: { version: 2 } }
  },
  takeFiling: async (stage) => {
    const { filingId } = await submitted(stage)
    return { who: stage.clerk, input: { filingId, version: 1 }, otherwise: { version: 2 } }
  },
  approveFiling: async (stage) => {
    const { filingId } = await inReview(stage)
    return { who: stage.clerk, input: { filingId, version: 2 }, otherwise: { version: 3 } }
  },
  returnFiling: async (stage) => {
    const { filingId } = await inReview(stage)
    return { who: stage.clerk, input: { filingId, version: 2, reasons }, otherwise: { reasons: others } }
  },
  rejectFiling: async (stage) => {
    const { filingId } = await inReview(stage)
    return { who: stage.clerk, input: { filingId, version: 2, reasons }, otherwise: { reasons: others } }
  },
  recordEntry: async (stage) => {
    const { dwellingId } = await advertisedHome(stage.holder)
    const repair = { event: 'repair_paid', on: '2026-11-01', amountFen: 30_000, method: 'cash', dwellingId }
    return { who: stage.holder, input: { ...repair, entryId: newId('ent') }, otherwise: { amountFen: 1 } }
  },
  reverseEntry: async (stage) => {
    const { entryId } = await submitted(stage)
    const { entryId: another } = await submitted(stage)
    return { who: stage.holder, input: { entryId, reversalId: newId('ent') }, otherwise: { entryId: another } }
  },
}

/** Every route that names what it writes. */
export const WRITING = Object.entries(routes).filter(([, route]) => 'writes' in route)
