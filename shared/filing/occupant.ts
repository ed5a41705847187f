import * as z from 'zod'
import { Day } from '../day'
import { IdentityKind, RealName } from '../person/person'
import type { SealedText } from '../person/sealed'

/** 与承租人关系; all but `other` are bound by a duty of support under the Civil Code (SH-OCC-03). */
export const Relation = z.enum(['self', 'spouse', 'parent', 'child', 'grandparent', 'grandchild', 'sibling', 'other'])
export type Relation = z.infer<typeof Relation>
export const RELATION_NAMES: Record<Relation, string> = {
  self: '承租人本人',
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  sibling: '兄弟姐妹',
  other: '其他（无法定扶养关系）',
}

/** 居住人: every person who actually lives there (条例 art. 37, N-18). */
export const OccupantInput = z.object({
  name: RealName,
  identityKind: IdentityKind,
  identityNumber: z.string().min(5).max(30).meta({ description: 'document number; leaves masked only' }),
  relation: Relation,
  supportRelation: z.boolean().meta({ description: 'declares a statutory duty of support towards the tenant' }),
  roomNo: z.string().max(10).optional().meta({ description: 'bedroom assigned, where the whole home is let' }),
  movedInOn: Day.optional(),
  sex: z.enum(['male', 'female']).optional().meta({ description: 'where the number does not tell it' }),
  birthOn: Day.optional().meta({ description: 'where the number does not tell it' }),
  guardianName: RealName.optional().meta({
    description: '监护人 of a child under 14 who is not the child of the tenant',
  }),
})
export type OccupantInput = z.infer<typeof OccupantInput>

/** An occupant as they are seen: the document number masked. */
export const OccupantView = OccupantInput.omit({ identityNumber: true }).extend({ identityMasked: z.string() })
export interface Occupant extends Omit<OccupantInput, 'identityNumber'> {
  identity: SealedText
}

/** An occupant as a draft takes them: a number that was typed before stays, named by its mask. */
export const DraftOccupant = OccupantInput.extend({
  identityNumber: OccupantInput.shape.identityNumber.optional(),
  identityMasked: z.string().max(30).optional(),
})
export type DraftOccupant = z.infer<typeof DraftOccupant>
