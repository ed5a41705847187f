import { dayAt, type Instant } from '@anju/shared/day'
import type { RuleParameters } from '@anju/shared/rule/evaluate'
import type { RecordedParameter } from '@anju/shared/rule/recorded'
import { RELEASED } from '@anju/shared/rule/released'
import type { RecordKind } from '../store/record'
import type { Row, Store } from '../store/store'

/*
 * state
 *   <region>#prm_…         parameter            a number that a town or a district recorded
 *   <region>#parameters    <key>#<from>         those in force or to come, one a key and day
 */
export const recordedIn = (region: string) => ({ pk: `${region}#parameters`, prefix: '' })
/** A region records a handful a year; one page holds them all. */
export const PARAMETERS_A_REGION = 200

type ParameterRow = Row & RecordedParameter

export const parameterRecord: RecordKind<RecordedParameter> = {
  sk: 'parameter',
  notFound: 'rule.parameter_not_found',
  links: (recorded) =>
    recorded.status === 'withdrawn'
      ? []
      : [
          {
            ...recorded,
            pk: recordedIn(recorded.region).pk,
            sk: `${recorded.key}#${recorded.effectiveFrom}`,
            unique: 'rule.parameter_exists',
          },
        ],
}

/** The district and the town of a place: who may have recorded something for it. */
const recording = (regionCode: string) =>
  [6, 9].filter((digits) => digits <= regionCode.length).map((digits) => regionCode.slice(0, digits))

/** What the district and the town of a place have recorded. */
export async function readRecorded(store: Store, regionCode: string): Promise<RecordedParameter[]> {
  const read = recording(regionCode).map((region) =>
    store.query<ParameterRow>('state', { ...recordedIn(region), limit: PARAMETERS_A_REGION }),
  )
  return (await Promise.all(read)).flat()
}

let kept: { day: string; byRegion: Map<string, RuleParameters> } | undefined

/**
 * The parameters of a place: released and recorded. A process reads what a place recorded once a day, and that is exact:
 * a number begins on the day after it is recorded at the earliest, so that none that was recorded since is in force yet.
 */
export async function parametersOf(store: Store, regionCode: string, now: Instant): Promise<RuleParameters> {
  const day = dayAt(now)
  if (kept?.day !== day) kept = { day, byRegion: new Map() }
  const { byRegion } = kept
  const known = byRegion.get(regionCode)
  if (known) return known
  const parameters = [...RELEASED, ...(await readRecorded(store, regionCode))]
  byRegion.set(regionCode, parameters)
  return parameters
}
