import type { Unit } from '@anju/shared/dwelling/dwelling'

/** The unit behind the text that `unitKey` makes, from the address of a page; WeChat leaves it encoded. */
export function unitFromParam(param = ''): Unit | undefined {
  const [kind, roomNo, bedNo] = decodeURIComponent(param).split(':')
  if (kind === 'whole') return { kind }
  if (kind === 'room' && roomNo) return { kind, roomNo }
  if (kind === 'bed' && roomNo && bedNo) return { kind, roomNo, bedNo }
  return undefined
}
