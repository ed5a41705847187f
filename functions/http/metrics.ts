/** What one request was, for CloudWatch's embedded metric format: no personal data, ids and codes only. */
export interface Measured {
  route: string
  status: number
  code?: string | undefined
  millis: number
  readUnits: number
  writeUnits: number
  /** Business events: the kinds of the journal lines that the request wrote. */
  events: string[]
}

const metric = (dimension: string, names: [string, 'Milliseconds' | 'Count'][]) => ({
  Namespace: 'Anju',
  Dimensions: [[dimension]],
  Metrics: names.map(([Name, Unit]) => ({ Name, Unit })),
})

/** The `_aws` part of a log line, and the values that it names. */
export function embeddedMetrics({ route, status, code, millis, readUnits, writeUnits, events }: Measured, at: number) {
  const directives = [
    metric('route', [
      ['latency', 'Milliseconds'],
      ['readUnits', 'Count'],
      ['writeUnits', 'Count'],
    ]),
    ...(code ? [metric('code', [['refusals', 'Count']])] : []),
    ...(events.length > 0 ? [metric('event', [['events', 'Count']])] : []),
  ]
  return {
    _aws: { Timestamp: at, CloudWatchMetrics: directives },
    route,
    status,
    latency: millis,
    readUnits,
    writeUnits,
    ...(code && { code, refusals: 1 }),
    ...(events.length > 0 && { event: events[0], events: 1 }),
  }
}
