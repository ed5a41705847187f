import { readFileSync, writeFileSync } from 'node:fs'
import { pathNames, type Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { ERRORS, ErrorBody, type ErrorCode } from '@anju/shared/errors'
import * as z from 'zod'

type Json = Record<string, unknown>

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _schema, ...schema } = z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json
  return schema
}

/** Refusals that every route of its kind can give. */
const usual = (route: Route): ErrorCode[] => [
  'request.invalid',
  ...(route.method === 'GET' ? [] : (['request.json', 'request.too_large', 'request.media_type'] as const)),
  ...(route.access === 'anyone' ? [] : (['session.missing', 'session.expired', 'access.role'] as const)),
  ...(route.writes ? (['request.command_reused'] as const) : []),
  'server.busy',
]

function refusalsOf(route: Route): Json {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of new Set([...usual(route), ...(route.refusals ?? [])]))
    byStatus.set(ERRORS[code][0], [...(byStatus.get(ERRORS[code][0]) ?? []), code])
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, codes]) => [
        String(status),
        {
          description: codes.map((code) => `\`${code}\` ${ERRORS[code][1]}`).join('\n\n'),
          content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } },
        },
      ]),
  )
}

function operation(name: string, route: Route): Json {
  const input = schemaOf(route.input, 'input') as { properties?: Record<string, Json>; required?: string[] }
  const inPath = pathNames(route.path)
  const rest = Object.entries(input.properties ?? {}).filter(([field]) => !inPath.includes(field))
  const required = (input.required ?? []).filter((field) => !inPath.includes(field))
  const parameter =
    (where: 'path' | 'query') =>
    ([field, schema]: [string, Json]) => ({
      name: field,
      in: where,
      required: where === 'path' || required.includes(field),
      schema:
        Object.keys(schema).filter((key) => key !== 'description').length === 0
          ? { ...schema, type: 'number' }
          : schema,
    })
  const parameters = [
    ...inPath.map((field) => parameter('path')([field, input.properties?.[field] ?? { type: 'string' }])),
    ...(route.method === 'GET' ? rest.map(parameter('query')) : []),
  ]
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    'x-roles': route.access,
    security: route.access === 'anyone' ? [] : [{ session: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(route.method !== 'GET' && {
      requestBody: {
        required: required.length > 0,
        content: {
          'application/json': {
            schema: { type: 'object', properties: Object.fromEntries(rest), ...(required.length > 0 && { required }) },
          },
        },
      },
    }),
    responses: {
      '200': {
        description: route.summary,
        content: route.produces
          ? { [route.produces]: { schema: { type: 'string', format: 'binary' } } }
          : { 'application/json': { schema: schemaOf(route.output, 'output') } },
      },
      ...refusalsOf(route),
    },
  }
}

/** The contract as an OpenAPI 3.1 document. */
export function openapi(): Json {
  const paths: Record<string, Json> = {}
  for (const [name, route] of Object.entries(routes as Record<string, Route>))
    paths[`/api${route.path}`] = { ...paths[`/api${route.path}`], [route.method.toLowerCase()]: operation(name, route) }
  return {
    openapi: '3.1.0',
    info: {
      title: '安居 Anju',
      version: '0.1.0',
      summary: '住房租赁：找房、租约、备案、账本',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(Object.values(routes).map((route) => route.path.split('/')[1]))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { ErrorBody: schemaOf(ErrorBody, 'output') },
    },
  }
}

export const OPENAPI_FILE = new URL('../docs/openapi.json', import.meta.url)
export const openapiText = (): string => `${JSON.stringify(openapi(), null, 1)}\n`

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const before = (() => {
    try {
      return readFileSync(OPENAPI_FILE, 'utf8')
    } catch {
      return ''
    }
  })()
  const text = openapiText()
  writeFileSync(OPENAPI_FILE, text)
  console.log(before === text ? 'docs/openapi.json is up to date' : 'docs/openapi.json written')
}
