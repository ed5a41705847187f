import type { Output } from '@anju/shared/contract/route'
import type { Dwelling, Unit } from '@anju/shared/dwelling/dwelling'
import type { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { checkOccupancy } from '@anju/shared/filing/occupancy'
import { blocks, type RuleHit, UNCERTAIN_NOTICE } from '@anju/shared/rule'
import { today } from '../listing/listing-words'
import type { HomeForm } from './home-form'

type Home = Pick<Dwelling, 'propertyKind' | 'certificateBedrooms' | 'rooms'>

/** What the rules of publishing say of one unit while these rooms are let. */
const hitsOf = (townCode: string, home: Home, unit: Unit, letRoomNos: string[]): RuleHit[] =>
  checkOccupancy(
    { townCode, on: today(), dwelling: home, unit, letRoomNos, tenantKind: 'person', occupants: [] },
    'listing.published',
  )

/** Why a unit of a home would be refused as an advert, as the server will judge it. */
export function publishingHits({ dwelling, units }: Output<typeof dwellingRoutes.readBoard>, unit: Unit): RuleHit[] {
  const inUse = units.filter(({ state }) => state === 'let' || state === 'listed')
  const letRoomNos = inUse.flatMap(({ unit: other }) => (other.kind === 'whole' ? [] : [other.roomNo]))
  return blocks(hitsOf(dwelling.address.townCode, dwelling, unit, letRoomNos))
}

const homeOf = ({ propertyKind, bedrooms, rooms }: HomeForm): Home => ({
  propertyKind,
  certificateBedrooms: Number(bedrooms),
  rooms: rooms.map(({ originalUse, approvalNo }, index) => ({
    roomNo: String(index),
    originalUse,
    usableAreaSquareMetres: null,
    ...(approvalNo.trim() && { conversionApprovalNo: approvalNo }),
    beds: [],
  })),
})

/** One rule, as if every bedroom of the home were let. */
function find(ruleId: string, townCode: string, home: Home, unit: Unit): RuleHit | undefined {
  const letRoomNos = home.rooms.filter(({ originalUse }) => originalUse === 'bedroom').map(({ roomNo }) => roomNo)
  return hitsOf(townCode, home, unit, letRoomNos).find((hit) => hit.ruleId === ruleId)
}

/** SH-OCC-01: more bedrooms than on the certificate, and no approval. */
export function partitionHit(form: HomeForm, townCode = ''): RuleHit | undefined {
  const first = form.rooms.findIndex(({ originalUse }) => originalUse === 'bedroom')
  if (first < 0 || !/^\d+$/.test(form.bedrooms.trim())) return undefined
  return find('SH-OCC-01', townCode, homeOf(form), { kind: 'room', roomNo: String(first) })
}

/** SH-OCC-05: what is no living space may not be let. */
export const roomHit = (form: HomeForm, index: number, townCode = ''): RuleHit | undefined =>
  find('SH-OCC-05', townCode, homeOf(form), { kind: 'room', roomNo: String(index) })

/** SH-OCC-06: no beds in a residential community. */
export const bedHit = (form: HomeForm, townCode = ''): RuleHit | undefined =>
  find('SH-OCC-06', townCode, homeOf(form), { kind: 'bed', roomNo: '0', bedNo: '1' })

const PARTITIONED: Home = {
  propertyKind: 'residential',
  certificateBedrooms: 0,
  rooms: [{ roomNo: '1', originalUse: 'bedroom', usableAreaSquareMetres: null, beds: [] }],
}
/** Where SH-OCC-01 is written, for a home that keeps it. */
export const partitionLaw = (townCode = ''): RuleHit | undefined =>
  find('SH-OCC-01', townCode, PARTITIONED, { kind: 'room', roomNo: '1' })

export const sourceOf = ({ source, certainty }: RuleHit): string =>
  certainty === 'V' ? source : `${source}（${UNCERTAIN_NOTICE}）`
/** "SH-OCC-05 住房租赁条例第七条第二款", for a line below a field. */
export const ruleLine = (hit: RuleHit): string => `${hit.ruleId} ${sourceOf(hit)}`
