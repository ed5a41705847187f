import { dynamodb, dynamoStore } from '@anju/functions/store/store.dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Dice } from '../fuzz/dice'
import { audit } from './audit'
import { ERRANDS } from './errands'
import { type Machine, startMachine } from './machine'
import { type Acknowledged, type Memory, stranger } from './stubborn'

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 200)
const SEED = Number(process.env.FAULT_SEED ?? 20_261_120)
/** Every so many rounds the API is killed instead of the database. */
const API_EVERY = 4
const AUDIT_EVERY = 50
/** Several people book into one ledger at once: their writes meet. */
const CREWS = ['letting', 'letting', 'advertising', 'advertising', 'hats', 'booking', 'booking', 'booking']
const wait = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))

if (process.env.DYNAMODB_ENDPOINT)
  console.warn('SKIPPED: kill -9 needs an engine that it may kill, so not DYNAMODB_ENDPOINT')
describe.skipIf(process.env.DYNAMODB_ENDPOINT)('kill -9', () => {
  let machine: Machine
  const memory: Memory = { acknowledged: [], interrupted: 0 }
  beforeAll(async () => {
    machine = await startMachine()
  }, 240_000)
  afterAll(() => machine.close())

  /** Sets everybody to work; `failed` tells of the first who was refused, `stop` waits until each has ended a command. */
  async function work() {
    let stopped = false
    const landlord = await stranger(machine, memory, '陈海生').enter(['landlord'])
    const crews = CREWS.map(async (errand) => {
      const tenant = await stranger(machine, memory, '周晓雯').enter([])
      const holder = errand === 'booking' ? landlord : await stranger(machine, memory, '王建国').enter(['landlord'])
      for await (const _step of ERRANDS[errand]!(holder, tenant)) if (stopped) return
    })
    const stop = async () => {
      stopped = true
      await Promise.all(crews)
    }
    const failed = Promise.all(crews).then(() => {})
    failed.catch(() => {})
    return { failed, stop }
  }

  /** Acknowledged commands whose line in the journal is not there, or is another's. */
  async function missing(told: Acknowledged[]): Promise<string[]> {
    const store = dynamoStore(dynamodb(machine.endpoint), machine.tables)
    const lost: string[] = []
    for (let from = 0; from < told.length; from += 100) {
      const part = told.slice(from, from + 100)
      const keys = part.map(({ pk, version }) => ({ pk, sk: `v${String(version).padStart(8, '0')}` }))
      const lines = await store.getMany<{ commandId?: string }>('journal', keys)
      for (const [index, { route, pk, version, commandId }] of part.entries())
        if (lines[index]?.commandId !== commandId) lost.push(`${route}: ${pk} version ${version}`)
    }
    return lost
  }

  it(`${ROUNDS} times under writers: nothing acknowledged is lost, nothing is half done`, {
    timeout: 600_000,
  }, async () => {
    const dice = new Dice(SEED)
    const startedAt = performance.now()
    let crews = await work()
    let checked = 0
    let audits = 0
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.race([wait(50 + dice.int(450)), crews.failed])
      await (round % API_EVERY === API_EVERY - 1 ? machine.killApi() : machine.killDatabase())
      const told = memory.acknowledged.slice(checked)
      expect([round, await missing(told)]).toEqual([round, []])
      checked += told.length
      if (round % AUDIT_EVERY !== AUDIT_EVERY - 1 && round !== ROUNDS - 1) continue
      await crews.stop()
      expect([round, (await audit(machine.endpoint, machine.tables)).faults]).toEqual([round, []])
      audits++
      if (round < ROUNDS - 1) crews = await work()
    }
    const seconds = (performance.now() - startedAt) / 1_000
    expect(await missing(memory.acknowledged)).toEqual([])
    const { faults, ...counted } = await audit(machine.endpoint, machine.tables)
    expect(faults).toEqual([])
    console.log(
      `kill -9: seed ${SEED}, ${ROUNDS} rounds in ${seconds.toFixed(1)} s (${(seconds / ROUNDS).toFixed(2)} s each), ${memory.acknowledged.length} commands acknowledged, ${memory.interrupted} calls interrupted and repeated, ${audits} audits, ${JSON.stringify(counted)}`,
    )
  })
})
