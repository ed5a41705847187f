import { describe, expect, it } from 'vitest'
import { sharedDataPresent, sharedJson } from '../../tests/shared-data'
import type { Room, Unit } from '../dwelling/dwelling'
import type { RuleParameters } from '../rule/evaluate'
import { checkOccupancy, type OccupancyCase } from './occupancy'
import { type OccupancyKey, PARAMETERS } from './parameters'

const bedroom = (roomNo: string, usableAreaSquareMetres: number | null): Room => ({
  roomNo,
  originalUse: 'bedroom',
  usableAreaSquareMetres,
  beds: [],
})
const people = (count: number, supportRelation: boolean, roomNo?: string) =>
  Array.from({ length: count }, (_, index) => ({ isTenant: index === 0, supportRelation, roomNo }))
const room = (roomNo: string): Unit => ({ kind: 'room', roomNo })

const recorded = (key: OccupancyKey, region: string, value: number | boolean) => ({
  key,
  region,
  value,
  source: '区住房主管部门通知',
  certainty: 'S' as const,
  effectiveFrom: '2026-01-01',
})
const nPlusOne = [...PARAMETERS, recorded('occupancy.n_plus_1', '3101', true)]
const sittingRoom = (area: number) => ({
  rooms: [bedroom('B', 12), bedroom('C', 12), { ...bedroom('A', area), originalUse: 'living_room' as const }],
  letRoomNos: ['B', 'C'],
})

const verdict = (
  change: Partial<OccupancyCase> & {
    rooms?: Room[]
    certificateBedrooms?: number
    propertyKind?: 'residential' | 'dormitory'
    parameters?: RuleParameters
  },
) => {
  const {
    rooms = [bedroom('A', 12)],
    certificateBedrooms = 2,
    propertyKind = 'residential',
    parameters,
    ...rest
  } = change
  return checkOccupancy(
    {
      townCode: '310115125',
      on: '2026-11-20',
      dwelling: { rooms, certificateBedrooms, propertyKind },
      unit: room('A'),
      letRoomNos: [],
      tenantKind: 'person',
      occupants: people(1, false),
      ...rest,
    },
    'filing.submitted',
    parameters,
  ).map((hit) => `${hit.action} ${hit.ruleId}`)
}

/** Rule sheet §1.1, rule by rule. */
describe('居住规定', () => {
  it.each([
    [
      'SH-OCC-01',
      'as many rooms as on the certificate',
      { rooms: [bedroom('A', 12), bedroom('B', 12)], letRoomNos: ['B'] },
      [],
    ],
    [
      'SH-OCC-01',
      'a partition: one room more than on the certificate',
      { rooms: [bedroom('A', 12), bedroom('B', 12), bedroom('C', 12)], letRoomNos: ['B', 'C'] },
      ['BLOCK SH-OCC-01'],
    ],
    [
      'SH-OCC-01',
      'the third room is an approved conversion',
      {
        rooms: [bedroom('A', 12), bedroom('B', 12), { ...bedroom('C', 12), conversionApprovalNo: '沪规〔2026〕1号' }],
        letRoomNos: ['B', 'C'],
      },
      [],
    ],
    ['SH-OCC-02', 'two persons in a room', { occupants: people(2, false) }, []],
    [
      'SH-OCC-02',
      'three unrelated persons',
      { rooms: [bedroom('A', 20)], occupants: people(3, false) },
      ['BLOCK SH-OCC-02'],
    ],
    ['SH-OCC-03', 'three of one family', { rooms: [bedroom('A', 20)], occupants: people(3, true) }, ['INFO SH-OCC-03']],
    [
      'SH-OCC-03',
      'a family with one who is no relation',
      { rooms: [bedroom('A', 20)], occupants: [...people(2, true), { isTenant: false, supportRelation: false }] },
      ['BLOCK SH-OCC-02'],
    ],
    ['SH-OCC-04', 'just five ㎡ each', { rooms: [bedroom('A', 10)], occupants: people(2, false) }, []],
    [
      'SH-OCC-04',
      'a hundredth of a ㎡ too small',
      { rooms: [bedroom('A', 9.99)], occupants: people(2, false) },
      ['BLOCK SH-OCC-04'],
    ],
    [
      'SH-OCC-04',
      'the area also binds a family',
      { rooms: [bedroom('A', 14)], occupants: people(3, true) },
      ['INFO SH-OCC-03', 'BLOCK SH-OCC-04'],
    ],
    ['SH-OCC-04', 'not measured: asked for, never guessed', { rooms: [bedroom('A', null)] }, ['WARN SH-OCC-04']],
    [
      'SH-OCC-05',
      'a kitchen',
      { rooms: [{ ...bedroom('A', 12), originalUse: 'kitchen' as const }] },
      ['BLOCK SH-OCC-05'],
    ],
    [
      'SH-OCC-05',
      'a storage room',
      { rooms: [{ ...bedroom('A', 12), originalUse: 'storage' as const }] },
      ['BLOCK SH-OCC-05'],
    ],
    [
      'SH-OCC-05',
      'a living room is living space',
      { rooms: [{ ...bedroom('A', 12), originalUse: 'living_room' as const }] },
      [],
    ],
    [
      'SH-OCC-05',
      'a garage, which the law of 2011 did not name',
      { rooms: [{ ...bedroom('A', 12), originalUse: 'garage' as const }], on: '2025-09-14' },
      [],
    ],
    [
      'SH-OCC-05',
      'a garage on the first day of the law of 2025',
      { rooms: [{ ...bedroom('A', 12), originalUse: 'garage' as const }], on: '2025-09-15' },
      ['BLOCK SH-OCC-05'],
    ],
    [
      'SH-OCC-06',
      'a bed in a residential community',
      { unit: { kind: 'bed' as const, roomNo: 'A', bedNo: '1' } },
      ['BLOCK SH-OCC-06'],
    ],
    [
      'SH-OCC-06',
      'a bed in a dormitory-type project',
      { unit: { kind: 'bed' as const, roomNo: 'A', bedNo: '1' }, propertyKind: 'dormitory' as const },
      [],
    ],
    [
      'SH-OCC-07',
      'an employer houses strangers in a flat',
      { tenantKind: 'employer' as const, occupants: [{ isTenant: false, supportRelation: false }] },
      ['BLOCK SH-OCC-07'],
    ],
    [
      'SH-OCC-07',
      'an employer lets one family live there',
      { tenantKind: 'employer' as const, occupants: people(2, true) },
      ['WARN SH-OCC-07'],
    ],
    [
      'SH-OCC-10',
      'a sitting room beside all bedrooms, while N+1 is off: a partition like any other',
      sittingRoom(12),
      ['BLOCK SH-OCC-01'],
    ],
    [
      'SH-OCC-10',
      'N+1 switched on: still an enterprise and an approval are asked for',
      { ...sittingRoom(12), parameters: nPlusOne },
      ['BLOCK SH-OCC-10'],
    ],
    [
      'N-03',
      'a number that a district of another city recorded',
      {
        townCode: '410202001',
        rooms: [bedroom('A', 20)],
        occupants: people(3, false),
        parameters: [...PARAMETERS, recorded('occupancy.max_persons_per_room', '410202', 2)],
      },
      ['BLOCK N-03', 'INFO N-03'],
    ],
    [
      'whole home',
      'without assigned rooms: a warning only',
      { unit: { kind: 'whole' as const }, rooms: [bedroom('A', 10), bedroom('B', 10)], occupants: people(5, false) },
      ['WARN SH-OCC-02', 'WARN SH-OCC-04'],
    ],
    [
      'whole home',
      'assigned rooms are judged one by one',
      {
        unit: { kind: 'whole' as const },
        rooms: [bedroom('A', 20), bedroom('B', 10)],
        occupants: [...people(3, false, 'A'), ...people(1, false, 'B')],
      },
      ['BLOCK SH-OCC-02'],
    ],
    [
      'parameters',
      'a city without numbers is not judged by those of Shanghai, and says so',
      { townCode: '410202001', rooms: [bedroom('A', 4)], occupants: people(3, false) },
      ['INFO N-03'],
    ],
    [
      'parameters',
      'the numbers hold from 2014-05-01',
      { on: '2014-04-30', rooms: [bedroom('A', 4)], occupants: people(3, false) },
      [],
    ],
  ] as [string, string, Parameters<typeof verdict>[0], string[]][])('%s: %s', (_rule, _what, change, expected) => {
    expect(verdict(change)).toEqual(expected)
  })

  it('keeps what it looked at, and its source', () => {
    const [hit] = checkOccupancy(
      {
        townCode: '310115125',
        on: '2026-11-20',
        dwelling: { rooms: [bedroom('A', 9.99)], certificateBedrooms: 2, propertyKind: 'residential' },
        unit: room('A'),
        letRoomNos: [],
        tenantKind: 'person',
        occupants: people(2, false),
      },
      'filing.submitted',
    )
    expect(hit).toEqual({
      ruleId: 'SH-OCC-04',
      version: 1,
      action: 'BLOCK',
      message: 'A室使用面积 9.99 ㎡，住 2 人，人均不足 5 ㎡；请减少居住人或换更大的房间',
      source: '上海市居住房屋租赁管理办法第十条',
      certainty: 'V',
      inputs: { roomNo: 'A', areaSquareMetres: 9.99, persons: 2, 'occupancy.min_area_square_metres': 5 },
    })
  })

  it.runIf(sharedDataPresent)('agrees with the vectors of the rule sheet', () => {
    const { occupancy } = sharedJson<{ occupancy: [[number, number, boolean], string[]][] }>(
      'vectors/identifiers_and_schedules.json',
    )
    const words: Record<string, string> = { ok: '', '<5m2': 'BLOCK SH-OCC-04', '>2': 'BLOCK SH-OCC-02' }
    expect(occupancy.length).toBeGreaterThan(5)
    for (const [[area, persons, related], expected] of occupancy)
      expect([
        area,
        persons,
        related,
        verdict({ rooms: [bedroom('A', area)], occupants: people(persons, related) }).filter(
          (said) => !said.startsWith('INFO'),
        ),
      ]).toEqual([area, persons, related, expected.map((word) => words[word]).filter(Boolean)])
  })
})
