const WEIGHTS = [7, 3, 1]

/** A digit as it is, a letter from A = 10 on, the filler < as 0 (ICAO 9303). */
const worthOf = (character: string): number => (character === '<' ? 0 : Number.parseInt(character, 36))

/** 机读码校验位 (ICAO 9303 part 3): the check digit of a field of the machine-readable zone; weights 7-3-1, modulo 10. */
export function machineCheckDigit(field: string): string {
  const sum = [...field].reduce((total, each, index) => total + worthOf(each) * (WEIGHTS[index % 3] ?? 0), 0)
  return String(sum % 10)
}
