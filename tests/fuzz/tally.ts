/** How often each route answered with each code. */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>()

  add(route: string, code: string): void {
    const codes = this.counts.get(route) ?? new Map<string, number>()
    this.counts.set(route, codes)
    codes.set(code, (codes.get(code) ?? 0) + 1)
  }

  /** Routes that answered with 200 at least once. */
  reached = (): string[] => [...this.counts].filter(([, codes]) => codes.has('200')).map(([route]) => route)

  lines = (): string[] =>
    [...this.counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([route, codes]) => {
        const ordered = [...codes].sort(([, one], [, other]) => other - one)
        return `  ${route.padEnd(16)} ${ordered.map(([code, count]) => `${code} ${count}`).join(' · ')}`
      })
}

interface Failure {
  complaint: string
  route: string
  times: number
  example: string
  log: string
}

/** What went wrong, one entry a route and complaint, with its first request. */
export class Failures {
  private readonly all = new Map<string, Failure>()

  /** True where this is the first of its kind. */
  add(route: string, complaint: string, log: string): boolean {
    const key = `${route} ${complaint} ${log.slice(0, 160)}`
    const known = this.all.get(key)
    if (known) known.times++
    else this.all.set(key, { complaint, route, times: 1, example: '', log })
    return !known
  }

  illustrate(route: string, complaint: string, log: string, example: string): void {
    const failure = this.all.get(`${route} ${complaint} ${log.slice(0, 160)}`)
    if (failure) failure.example = example
  }

  texts = (): string[] =>
    [...this.all.values()].map(
      ({ complaint, route, times, example, log }) =>
        `${route}: ${complaint} (${times} times)\n    ${example}${log ? `\n    log: ${log}` : ''}`,
    )
}
