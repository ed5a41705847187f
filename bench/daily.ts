import './quiet'
import { settleDay } from '@anju/functions/daily'
import { leaseRecord } from '@anju/functions/lease/lease.store'
import { read, save } from '@anju/functions/store/record'
import type { UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { UpdateTableCommand } from '@aws-sdk/client-dynamodb'
import { advertisedHome, offeredLease, signedByBoth } from '../tests/let-home'
import { newId, openTown } from '../tests/town'
import { clientAt } from '../tools/database'

/**
 * The morning on which many leases ask for a bill at once: time for a quarter of them and for all of them, the memory of
 * the process meanwhile, and what a run that was stopped half-way leaves to the next.
 */
const MANY = Number(process.env.BENCH_LEASES ?? 10_000)
const LEASES_A_HOLDER = 100
const HOLDERS_A_DISTRICT = 1
const SIGNED_AT = '2026-11-20T02:00:00.000Z'
const NOW = '2026-11-20T08:00:00.000Z'

const town = await openTown()
const { store } = town.world
// Nobody reads the stream here, and the embedded engine takes longer for each of its lines the more there are.
const client = clientAt(town.database.endpoint)
const stream = { StreamSpecification: { StreamEnabled: false } }
await client.send(new UpdateTableCommand({ TableName: town.tables.journal, ...stream }))
client.destroy()
town.setNow(SIGNED_AT)
const [holder, tenant] = [await town.join({ hats: [{ role: 'sublandlord' }] }), await town.join()]
const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
await signedByBoth(holder, tenant, leaseId)
const model = await read(store, leaseRecord, leaseId)

let districts = 0
/** Signed leases of so many holders, each with its first bill to be made; in districts of their own. */
async function plant(count: number): Promise<string[]> {
  const codes: string[] = []
  let lessorId = newId('usr') as UserId
  let waiting: Promise<void>[] = []
  for (let planted = 0; planted < count; planted++) {
    if (planted % (LEASES_A_HOLDER * HOLDERS_A_DISTRICT) === 0) codes.push(String(320_100 + ++districts))
    if (planted % LEASES_A_HOLDER === 0) lessorId = newId('usr') as UserId
    const town = `${codes.at(-1)}001`
    const lease: Lease = {
      ...model,
      id: newId('lea', town),
      dwellingId: newId('dwl', town),
      lessorId,
      lesseeId: newId('usr'),
      version: 1,
    }
    const cause = { kind: 'lease.signed', by: 'system' as const, now: SIGNED_AT }
    waiting.push(store.commit(save(leaseRecord, undefined, lease, cause)))
    if (waiting.length === 32) {
      await Promise.all(waiting)
      waiting = []
    }
  }
  await Promise.all(waiting)
  return codes
}

const megabytes = () => Math.round(process.memoryUsage().heapUsed / 1e6)
const tenths = (millis: number) => Math.round(millis / 100) / 10
/** A morning: the most memory that was in use after a collection meanwhile, and how long each quarter of its transactions took. */
async function watched(codes: string[]) {
  let peak = 0
  const timer = setInterval(() => {
    globalThis.gc?.()
    peak = Math.max(peak, megabytes())
  }, 500)
  const ticks = [performance.now()]
  const commit: typeof store.commit = async (changes) => {
    await store.commit(changes)
    ticks.push(performance.now())
  }
  const result = await settleDay({ ...town.world, store: { ...store, commit } }, NOW, codes)
  clearInterval(timer)
  const at = (part: number) => ticks[Math.round((ticks.length - 1) * part)] as number
  const quarters = [0, 1, 2, 3].map((quarter) => tenths(at((quarter + 1) / 4) - at(quarter / 4)))
  return { result, seconds: tenths(at(1) - at(0)), quarters, peak }
}

console.error('preparing leases …')
const quarter = await plant(MANY / 4)
const small = await watched(quarter)
const all = await plant(MANY)
const large = await watched(all)
const again = await settleDay(town.world, NOW, all)

const halves = await plant(MANY / 4)
let pages = 0
const stopped = await settleDay(town.world, NOW, halves, () => ++pages > MANY / 4 / 100 / 2)
const rest = await settleDay(town.world, NOW, halves)

console.log(
  JSON.stringify({
    name: 'daily: bills of a morning',
    unit: 's',
    leases: [MANY / 4, MANY],
    seconds: [small.seconds, large.seconds],
    quarters: large.quarters,
    perLeaseRatio: Math.round((large.seconds / small.seconds / 4) * 1000) / 1000,
    peakMegabytes: [small.peak, large.peak],
    settled: [small.result.settled, large.result.settled],
    failed: small.result.failed + large.result.failed + rest.failed,
    secondRun: again.settled,
    stoppedHalfWay: [stopped.settled, rest.settled],
  }),
)
await town.close()
process.exit(0)
