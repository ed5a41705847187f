import type { Certainty, RuleHit } from '../rule'
import { type Dwelling, roomName } from './dwelling'

/** What a dormitory-type project (宿舍型) must give each person; a number that nobody has confirmed is not in force. */
export interface DormitoryRule {
  minAreaSquareMetres: number
  maxBedsPerRoom: number
  source: string
  certainty: Certainty
  inForce: boolean
}

/** SH-OCC-11: remembered only. It is shown to nobody until somebody has read it in the text and puts it in force. */
export const DORMITORY_RULE: DormitoryRule = {
  minAreaSquareMetres: 4,
  maxBedsPerRoom: 8,
  source: '建办标〔2021〕19 号、JGJ 36-2016（未核对原文）',
  certainty: 'L',
  inForce: false,
}

/** SH-OCC-11 over a dormitory-type home: usable area for each bed, beds in one room. Never over an ordinary flat. */
export function checkDormitory(
  { propertyKind, rooms }: Pick<Dwelling, 'propertyKind' | 'rooms'>,
  rule: DormitoryRule = DORMITORY_RULE,
): RuleHit[] {
  if (propertyKind !== 'dormitory' || !rule.inForce) return []
  return rooms.flatMap(({ roomNo, beds, usableAreaSquareMetres }) => {
    const [area, count] = [usableAreaSquareMetres, beds.length]
    const tooMany = count > rule.maxBedsPerRoom
    const tooSmall = area !== null && Math.round(area * 100) < Math.round(rule.minAreaSquareMetres * 100) * count
    if (!tooMany && !tooSmall) return []
    return [
      {
        ruleId: 'SH-OCC-11',
        action: 'BLOCK' as const,
        message: tooMany
          ? `${roomName(roomNo)}有 ${count} 个床位，宿舍型项目每间不得超过 ${rule.maxBedsPerRoom} 个；请减少床位`
          : `${roomName(roomNo)} ${area} ㎡ 放 ${count} 个床位，每床不足 ${rule.minAreaSquareMetres} ㎡；请减少床位`,
        source: rule.source,
        certainty: rule.certainty,
        inputs: { roomNo, beds: count, areaSquareMetres: area },
      },
    ]
  })
}
