/** Runs our path and its floor in turn in one run, and prints the JSON line by which they are compared. */
export async function sideBySide(
  name: string,
  rounds: number,
  ours: (round: number) => Promise<void>,
  floor: (round: number) => Promise<void>,
  more: Record<string, unknown> = {},
): Promise<void> {
  const times: [number[], number[]] = [[], []]
  const warmUp = Math.ceil(rounds / 5)
  for (let round = 0; round < rounds + warmUp; round++)
    for (const side of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const startedAt = process.hrtime.bigint()
      await (side === 0 ? ours : floor)(round)
      if (round >= warmUp) times[side].push(Number(process.hrtime.bigint() - startedAt) / 1e6)
    }
  const median = (values: number[]) =>
    [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] as number
  const rounded = (value: number) => Math.round(value * 1000) / 1000
  const [mine, bare] = [median(times[0]), median(times[1])]
  console.log(
    JSON.stringify({
      name,
      unit: 'ms, median',
      rounds,
      ...more,
      ours: rounded(mine),
      floor: rounded(bare),
      ratio: rounded(mine / bare),
    }),
  )
}
