import { judgeFiling } from '@anju/shared/filing/filing-facts'
import { FILING_RULES } from '@anju/shared/filing/filing-rules'
import { OCCUPANCY_RULES } from '@anju/shared/filing/occupancy-rules'
import type { Asked } from '@anju/shared/rule/evaluate'
import { RELEASED } from '@anju/shared/rule/released'

/** How many lines of rules one core asks in a second: all of a filing, over a home of six rooms, for one town and day. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3)
const LINES = OCCUPANCY_RULES.length + FILING_RULES.length
const room = (roomNo: string, areaSquareMetres: number) => ({
  roomNo,
  place: `${roomNo}室`,
  originalUse: 'bedroom',
  useName: '卧室',
  areaSquareMetres,
  persons: 2,
  rooms: 1,
  oneFamily: false,
})
const asked: Asked = {
  whole: {
    unitKind: 'whole',
    propertyKind: 'residential',
    tenantKind: 'person',
    certificateBedrooms: 6,
    roomsLet: null,
    roomsInUse: 6,
    livingRoomLet: false,
    unassigned: false,
    persons: 12,
    daysSinceSigned: 12,
    daysPastDue: -18,
    depositFen: 320_000,
    depositReturnDays: 7,
    deductionGrounds: 2,
  },
  parts: ['A', 'B', 'C', 'D', 'E', 'F'].map((roomNo, index) => room(roomNo, index === 0 ? 9.99 : 12)),
}
const place = { city: '310115125', on: '2026-11-20' }

const run = (millis: number): { filings: number; elapsed: number; hits: number } => {
  const begun = performance.now()
  let filings = 0
  let hits = 0
  while (performance.now() - begun < millis) {
    for (let index = 0; index < 100; index++) hits = judgeFiling(asked, place, RELEASED).length
    filings += 100
  }
  return { filings, elapsed: performance.now() - begun, hits }
}
run(500)
const { filings, elapsed, hits } = run(SECONDS * 1000)
if (hits !== 1) throw new Error(`${hits} rules spoke, not one`)
console.log(
  JSON.stringify({
    name: 'rules',
    lines: LINES,
    filingsPerSecond: Math.round((filings * 1000) / elapsed),
    rulesPerSecond: Math.round((filings * LINES * 1000) / elapsed),
    microsPerFiling: Math.round((elapsed * 1000) / filings),
  }),
)
