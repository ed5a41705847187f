import { pathNames, type Route } from '@anju/shared/contract/route'
import { edgesOf, type Schema, schemaOf } from '../arbitrary'
import type { Dice } from './dice'
import { FOREIGN_KEYS, HOSTILE, HOSTILE_TEXTS, STRANGE_TEXTS } from './hostile'

type Path = (string | number)[]
/** One thing done to an honest input; a list of them is what a failure is shrunk by. */
export interface Change {
  path: Path
  to: unknown
}
/** Stands for leaving the field out. */
const ABSENT = Symbol('absent')

interface Place {
  path: Path
  schema: Schema
  value: unknown
}

/** Every place of an input: fields that are there, fields that could be, what lies inside them. */
function placesOf(schema: Schema, value: unknown, path: Path = []): Place[] {
  const here: Place[] = path.length > 0 ? [{ path, schema, value }] : []
  if (Array.isArray(value))
    return [
      ...here,
      ...value.slice(0, 3).flatMap((each, index) => placesOf(schema.items ?? {}, each, [...path, index])),
    ]
  const choices = schema.oneOf ?? schema.anyOf
  const kind = (value as { kind?: unknown } | undefined)?.kind
  const shape = choices?.find((choice) => choice.properties?.kind?.const === kind) ?? schema
  if (!value || typeof value !== 'object') return here
  const record = value as Record<string, unknown>
  const names = new Set([...Object.keys(shape.properties ?? {}), ...Object.keys(record)])
  return [
    ...here,
    ...[...names].flatMap((name) => placesOf(shape.properties?.[name] ?? {}, record[name], [...path, name])),
  ]
}

const schemas = new Map<Route, Schema>()
function placesIn(route: Route, input: Record<string, unknown>): Place[] {
  const schema = schemas.get(route) ?? schemaOf(route.input)
  schemas.set(route, schema)
  return placesOf(schema, input)
}

/** One to three fields on an edge of what their schema allows, or one step beyond. */
export function onEdges(route: Route, input: Record<string, unknown>, dice: Dice): Change[] {
  const inPath = pathNames(route.path)
  const places = placesIn(route, input).filter(
    ({ path }) => path[0] !== 'commandId' && !inPath.includes(String(path[0])),
  )
  const changes: Change[] = []
  for (let count = 1 + dice.int(3); count > 0 && places.length > 0; count--) {
    const { path, schema, value } = dice.pick(places)
    if (Array.isArray(value)) {
      const size = dice.pick([0, (schema.maxItems ?? 30) - 1, schema.maxItems ?? 30, (schema.maxItems ?? 30) + 1])
      changes.push({ path, to: Array.from({ length: size }, (_, index) => value[index] ?? value[0]) })
      continue
    }
    const free = schema.type === 'string' && !schema.pattern && !schema.enum && !schema.format
    const edges = free && dice.chance(0.6) ? STRANGE_TEXTS : edgesOf(schema)
    changes.push({ path, to: edges.length > 0 && dice.chance(0.85) ? dice.pick(edges) : ABSENT })
  }
  return changes
}

/** One to three fields made hostile: another type, nothing, far too much, or names that nobody declared. */
export function hostileChanges(route: Route, input: Record<string, unknown>, dice: Dice): Change[] {
  const places = placesIn(route, input)
  const inPath = pathNames(route.path)
  const changes: Change[] = []
  for (let count = 1 + dice.int(3); count > 0; count--) {
    if (places.length === 0 || dice.chance(0.1)) {
      const [name, to] = dice.pick(FOREIGN_KEYS)
      const objects = places.filter(({ value }) => value && typeof value === 'object' && !Array.isArray(value))
      const path = objects.length > 0 && dice.chance(0.5) ? dice.pick(objects).path : []
      changes.push({ path: [...path, name], to })
      continue
    }
    const { path, value } = dice.pick(places)
    const kind = dice.int(10)
    if (kind === 0) changes.push({ path, to: ABSENT })
    else if (kind === 1) changes.push({ path, to: [value] })
    else if (kind === 2) changes.push({ path, to: new Array(1_000).fill(Array.isArray(value) ? value[0] : value) })
    else changes.push({ path, to: dice.pick(inPath.includes(String(path[0])) ? HOSTILE_TEXTS : HOSTILE) })
  }
  return changes
}

function withChange(value: unknown, [step, ...rest]: Path, to: unknown): unknown {
  if (step === undefined) return to
  const inside = (value as Record<string | number, unknown> | null | undefined)?.[step]
  const next = withChange(typeof inside === 'object' ? inside : undefined, rest, to)
  if (Array.isArray(value)) return value.map((each, index) => (index === step ? next : each))
  const copy = { ...(value as object) }
  if (next === ABSENT) delete (copy as Record<string | number, unknown>)[step]
  else Object.defineProperty(copy, step, { value: next, enumerable: true, configurable: true, writable: true })
  return copy
}

export const applyChanges = (input: Record<string, unknown>, changes: readonly Change[]): Record<string, unknown> =>
  changes.reduce((value, { path, to }) => withChange(value, path, to) as Record<string, unknown>, input)

/** The smallest part of the changes for which the complaint stays: each is left out once, in turn. */
export async function shrink(
  changes: readonly Change[],
  stillFails: (fewer: readonly Change[]) => Promise<boolean>,
): Promise<readonly Change[]> {
  let kept = changes
  for (const change of changes) {
    const fewer = kept.filter((each) => each !== change)
    if (await stillFails(fewer)) kept = fewer
  }
  return kept
}
