import { type Zippable, zipSync } from 'fflate'
import type { Files } from './bundle'

/** The first day that a zip can tell, in the local time in which it is written: the same bytes everywhere. */
const EPOCH = new Date(1980, 0, 1)
const UNIX = 3
const READABLE_BY_ALL = 0o100644 << 16

/** A zip that depends on names and contents alone. */
export function zip(files: Files): Uint8Array {
  const sorted: Zippable = {}
  for (const name of Object.keys(files).sort()) sorted[name] = files[name] as Uint8Array
  return zipSync(sorted, { level: 9, mtime: EPOCH, os: UNIX, attrs: READABLE_BY_ALL })
}
