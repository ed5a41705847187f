/** A small generator with a fixed start: the same seed throws the same dice. */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  /** 0 to `below` - 1. */
  int = (below: number): number => Math.floor(this.next() * below)
  chance = (probability: number): boolean => this.next() < probability
  /** One of a list that is not empty. */
  pick = <T>(list: readonly T[]): T => list[this.int(list.length)] as T
  /** One of a list, the last ones three times as likely; undefined of an empty one. */
  recent = <T>(list: readonly T[]): T | undefined =>
    this.chance(0.5) ? list.at(-1 - this.int(Math.min(8, list.length || 1))) : list[this.int(list.length || 1)]
}
