/** What one request was. */
export interface Measured {
  route: string
  status: number
  code?: string | undefined
  millis: number
  /** Business events: the kinds of the journal lines that the request wrote. */
  events: string[]
}

const metric = (dimension: string, Name: string, Unit: 'Milliseconds' | 'Count') => ({
  Namespace: 'Anju',
  Dimensions: [[dimension]],
  Metrics: [{ Name, Unit }],
})

/** The part of a log line that CloudWatch turns into metrics: latency by route, refusals by code, business events. No personal data. */
export function embeddedMetrics({ route, status, code, millis, events: [event] }: Measured, at: number) {
  return {
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [
        metric('route', 'latency', 'Milliseconds'),
        ...(code ? [metric('code', 'refusals', 'Count')] : []),
        ...(event ? [metric('event', 'events', 'Count')] : []),
      ],
    },
    route,
    status,
    latency: millis,
    ...(code && { code, refusals: 1 }),
    ...(event && { event, events: 1 }),
  }
}

/** That a day was settled whole: an alarm hears where it is missing. */
export const dayMetric = (at: number) => ({
  _aws: {
    Timestamp: at,
    CloudWatchMetrics: [{ Namespace: 'Anju', Dimensions: [[]], Metrics: [{ Name: 'daysSettled', Unit: 'Count' }] }],
  },
  daysSettled: 1,
})
