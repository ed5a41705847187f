import type { Day } from '@anju/shared/day'
import type { DwellingId } from '@anju/shared/id'
import type { MeterKind } from '@anju/shared/meter/device'
import type { MeterPlace } from '@anju/shared/meter/meter'
import type { RuleHit } from '@anju/shared/rule'
import { newId } from '../../new-id'
import { keptOn } from './kept'
import type { Photo } from './photo'

/** A reading that was entered here and that the server has not confirmed. It leaves only when it is confirmed, or by a decision. */
export interface Entry {
  commandId: string
  readingId: string
  meterId: string
  dwellingId: DwellingId
  homeName: string
  kind: MeterKind
  place: MeterPlace
  decimals: number
  on: Day
  totalMilli: number
  valleyMilli?: number
  photo?: Photo
  reason?: string
  insteadOf?: string
  /** Who entered it, and for whom: nobody else sends it. */
  owner: string
  /** Why the server does not take it: somebody has to decide. */
  refusal?: { code: string; message: string; rules: RuleHit[] }
}

const box = keptOn<Entry[]>('meter-outbox', [])
export const readOutbox = box.read
export const useOutbox = box.use

/** 未上传: kept under the command with which it will be sent, however often. */
export function keepEntry(entry: Omit<Entry, 'commandId' | 'readingId' | 'refusal'>): void {
  const others = box
    .read()
    .filter(({ meterId, on, owner }) => !(meterId === entry.meterId && on === entry.on && owner === entry.owner))
  box.write([...others, { ...entry, commandId: newId('cmd'), readingId: newId('rdg') }])
}

/** The same reading, said differently: what was refused was never done, so this is a new command. */
export function sendAnew(entry: Entry, changes: Partial<Pick<Entry, 'reason' | 'insteadOf' | 'photo'>>): void {
  const { refusal: _refusal, ...rest } = entry
  const next = { ...rest, ...changes, commandId: newId('cmd'), readingId: newId('rdg') }
  box.write(box.read().map((each) => (each.commandId === entry.commandId ? next : each)))
}

export const dropEntry = ({ commandId }: Entry): void =>
  box.write(box.read().filter((entry) => entry.commandId !== commandId))

export const refuseEntry = ({ commandId }: Entry, refusal: Entry['refusal']): void =>
  box.write(box.read().map((entry) => (entry.commandId === commandId ? { ...entry, refusal } : entry)))
