import { type Dwelling, RoomUse, type Unit } from '@anju/shared/dwelling/dwelling'
import { checkOccupancy } from '@anju/shared/filing/occupancy'
import { type RuleHit, UNCERTAIN_NOTICE } from '@anju/shared/rule'
import { today } from '../listing/listing-words'
import type { HomeForm } from './home-form'

const LIVING: readonly RoomUse[] = RoomUse.extract(['bedroom', 'living_room']).options
export const isLiving = (use: RoomUse): boolean => LIVING.includes(use)

/** Asks the rules of publishing what they would say if every bedroom of the form were let. */
function ask(ruleId: string, townCode: string, dwelling: Pick<Dwelling, 'propertyKind' | 'certificateBedrooms' | 'rooms'>, unit: Unit): RuleHit | undefined {
  const letRoomNos = dwelling.rooms.filter(({ originalUse }) => originalUse === 'bedroom').map(({ roomNo }) => roomNo)
  const hits = checkOccupancy({ townCode, on: today(), dwelling, unit, letRoomNos, tenantKind: 'person', occupants: [] })
  return hits.find((hit) => hit.ruleId === ruleId)
}

const homeOf = ({ propertyKind, bedrooms, rooms }: HomeForm) => ({
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

/** SH-OCC-01: more bedrooms than on the certificate, and no approval. */
export function partitionHit(form: HomeForm, townCode: string): RuleHit | undefined {
  const first = form.rooms.findIndex(({ originalUse }) => originalUse === 'bedroom')
  if (first < 0 || !/^\d+$/.test(form.bedrooms.trim())) return undefined
  return ask('SH-OCC-01', townCode, homeOf(form), { kind: 'room', roomNo: String(first) })
}

/** SH-OCC-05: what is no living space may not be let. */
export const useHit = (form: HomeForm, townCode: string, index: number): RuleHit | undefined =>
  ask('SH-OCC-05', townCode, homeOf(form), { kind: 'room', roomNo: String(index) })

/** SH-OCC-06: no beds in a residential community. */
export const bedHit = (form: HomeForm, townCode: string): RuleHit | undefined =>
  ask('SH-OCC-06', townCode, homeOf(form), { kind: 'bed', roomNo: '0', bedNo: '1' })

/** "SH-OCC-05 住房租赁条例第七条第二款", for a line below a field. */
export const sourceOf = ({ ruleId, source, certainty }: RuleHit): string =>
  `${ruleId} ${source}${certainty === 'V' ? '' : `（${UNCERTAIN_NOTICE}）`}`
