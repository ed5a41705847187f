import type { FieldError } from '@anju/shared/errors'

/** DynamoDB keeps nothing that is nearer to zero. */
const SMALLEST = 1e-130

/** Where an input holds what the database cannot: half of a surrogate pair is no character, 1e-300 no number there. */
export function unstorable(value: unknown, path: string[] = []): FieldError[] {
  const wrong = (message: string) => [{ path: path.join('.'), message }]
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value) ? wrong('含有无法保存的字符，请删除后重试') : []
  if (typeof value === 'number') return value !== 0 && Math.abs(value) < SMALLEST ? wrong('数值过小，请核对') : []
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, each]) => unstorable(each, [...path, name]))
}
