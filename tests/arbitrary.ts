import fc from 'fast-check'
import * as z from 'zod'

export type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  multipleOf?: number
  default?: unknown
}

/** The JSON Schema of what goes in. */
export const schemaOf = (type: z.ZodType): Schema =>
  z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema

/** Whatever fits a schema; what JSON Schema cannot say (a day that exists) may still be refused. */
export const arbitraryOf = (type: z.ZodType): fc.Arbitrary<unknown> => fromSchema(schemaOf(type))

/** One input that a route accepts: drawn until it passes. `fixed` replaces fields. */
export function sampleInput(
  type: z.ZodObject,
  seed: number,
  fixed: Record<string, unknown> = {},
): Record<string, unknown> {
  const drawn = fc.sample(arbitraryOf(type), { seed, numRuns: 400 }) as Record<string, unknown>[]
  for (const value of drawn) {
    const input = { ...value, ...Object.fromEntries(Object.entries(fixed).filter(([name]) => name in type.shape)) }
    if (type.safeParse(input).success) return input
  }
  throw new Error(`no input found for ${Object.keys(type.shape).join(', ')}`)
}

function fromSchema(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(fromSchema))
  if (schema.allOf) return fromSchema(Object.assign({}, ...schema.allOf))
  switch (schema.type) {
    case 'object': {
      const entries = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, fromSchema(each)] as const)
      return fc.record(Object.fromEntries(entries), { requiredKeys: schema.required ?? [] })
    }
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 2),
      })
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? schema.exclusiveMinimum ?? -1000, -2147483648),
        max: Math.min(schema.maximum ?? 1_000_000, 2147483647),
      })
    case 'number':
      return fc.integer({
        min: Math.ceil((schema.minimum ?? schema.exclusiveMinimum ?? 0) + 1),
        max: Math.floor(Math.min(schema.maximum ?? 1_000, 5_000)),
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return textFrom(schema)
    default:
      return fc.integer({ min: 1, max: 40 })
  }
}

const WORDS = ['张江', '听潮苑', '藿香路', '5号', 'A', '备注', '周晓雯', '602室', '123弄']
const day = fc
  .integer({ min: 0, max: 1_500 })
  .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))

function textFrom({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<unknown> {
  if (format === 'date') return day
  if (format === 'date-time') return day.map((text) => `${text}T00:00:00.000Z`)
  const fits = (text: string) =>
    text.length >= minLength && text.length <= maxLength && (!pattern || new RegExp(pattern, 'u').test(text))
  if (pattern && !WORDS.some(fits))
    return fc.stringMatching(new RegExp(pattern), { maxLength: Math.max(minLength, Math.min(maxLength, 60)) })
  const words = WORDS.filter(fits)
  return words.length > 0
    ? fc.constantFrom(...words)
    : fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 10) })
}

/** Values on the edges that a schema draws, and one step beyond them. */
export function edgesOf(schema: Schema): unknown[] {
  if (schema.enum) return [...schema.enum, ...schema.enum.map((each) => `${String(each)} `)]
  if (schema.anyOf) return schema.anyOf.flatMap(edgesOf)
  switch (schema.type) {
    case 'integer':
    case 'number': {
      const low = schema.minimum ?? schema.exclusiveMinimum ?? 0
      const high = schema.maximum ?? 1_000_000
      const near = [low, low - 1, low + 1, low + 0.5, high, high - 1, high + 1, high + 0.5]
      return [...near, 5e-324, 1e-300, 1e-129, 0.001, 0.01, 0.1 + 0.2]
    }
    case 'string': {
      const [low, high] = [schema.minLength ?? 0, schema.maxLength ?? 60]
      const lengths = [low - 1, low, low + 1, high - 1, high, high + 1].filter((length) => length >= 0)
      return lengths.flatMap((length) => ['字'.repeat(length), '9'.repeat(length), ` ${'a'.repeat(length)} `])
    }
    case 'boolean':
      return [true, false]
    case 'null':
      return [null]
    default:
      return []
  }
}
