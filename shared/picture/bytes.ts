/** A picture of which only what shows is left. */
export interface Cleaned {
  width: number
  height: number
  bytes: Uint8Array
}

/** Out of bounds reads as zero: what is cut short is found out by its structure. */
const at = (bytes: Uint8Array, index: number) => bytes[index] ?? 0

export const uint16 = (bytes: Uint8Array, index: number, little = false): number =>
  little ? at(bytes, index) | (at(bytes, index + 1) << 8) : (at(bytes, index) << 8) | at(bytes, index + 1)

export const uint24 = (bytes: Uint8Array, index: number): number =>
  at(bytes, index) | (at(bytes, index + 1) << 8) | (at(bytes, index + 2) << 16)

export const uint32 = (bytes: Uint8Array, index: number, little = false): number =>
  little
    ? uint24(bytes, index) + at(bytes, index + 3) * 0x1000000
    : at(bytes, index) * 0x1000000 + ((at(bytes, index + 1) << 16) | uint16(bytes, index + 2))

export const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

export function concat(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
