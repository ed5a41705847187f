import type { Dice } from './dice'

/** Something that exists, as last seen in an answer. */
export interface Thing {
  id: string
  kind: string
  version: number
  status: string
  /** People whose it is: named in it, or who made it. */
  parties: Set<string>
  value: Record<string, unknown>
}
export interface Page {
  route: string
  callerId: string | undefined
  input: Record<string, unknown>
  cursor: string
}
export interface Command {
  route: string
  callerId: string | undefined
  input: Record<string, unknown>
}

const KEPT = 120
const PARTY_FIELDS = ['holderId', 'applicantId', 'lessorId', 'lesseeId', 'ownerId', 'takenBy']

/** What the fuzzer has learned from answers: the things there are, their versions, cursors and past commands. */
export class Known {
  private readonly kinds = new Map<string, Map<string, Thing>>()
  readonly pages: Page[] = []
  readonly commands: Command[] = []

  /** Takes in every thing inside an answer. */
  learn(value: unknown, makerId?: string): void {
    if (Array.isArray(value)) for (const each of value) this.learn(each, makerId)
    if (!value || typeof value !== 'object' || Array.isArray(value)) return
    const record = value as Record<string, unknown>
    for (const each of Object.values(record)) if (typeof each === 'object') this.learn(each)
    if (typeof record.id === 'string' && /^[a-z]{3}_/.test(record.id)) this.keep(record.id, record, makerId)
  }

  private keep(id: string, record: Record<string, unknown>, makerId: string | undefined): void {
    const kind = id.slice(0, 3)
    const kept = this.kinds.get(kind) ?? new Map<string, Thing>()
    this.kinds.set(kind, kept)
    const before = kept.get(id)
    const value = { ...before?.value, ...record }
    const parties = new Set(before?.parties)
    for (const field of PARTY_FIELDS) if (typeof value[field] === 'string') parties.add(value[field])
    if (makerId) parties.add(makerId)
    const version = Math.max(before?.version ?? 1, Number(record.version ?? 1))
    kept.delete(id)
    kept.set(id, { id, kind, version, status: String(value.status ?? ''), parties, value })
    if (kept.size > KEPT) kept.delete(kept.keys().next().value as string)
  }

  of = (kind: string): Thing[] => [...(this.kinds.get(kind)?.values() ?? [])]
  get = (id: unknown): Thing | undefined => this.kinds.get(String(id).slice(0, 3))?.get(String(id))

  /** Some thing of a kind, mostly one in the wanted state that belongs to somebody present. */
  some(kind: string, wanted: string | undefined, present: Set<string>, dice: Dice): Thing | undefined {
    const all = this.of(kind)
    const fitting = wanted && dice.chance(0.9) ? all.filter((thing) => thing.status === wanted) : all
    const near = dice.chance(0.85) ? fitting.filter(({ parties }) => [...parties].some((id) => present.has(id))) : []
    return dice.recent(near.length > 0 ? near : fitting)
  }

  remember(page: Page | undefined, command: Command | undefined): void {
    if (page) this.pages.push(page)
    if (command) this.commands.push(command)
    if (this.pages.length > KEPT) this.pages.shift()
    if (this.commands.length > KEPT) this.commands.shift()
  }
}
