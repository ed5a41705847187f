import { readFileSync } from 'node:fs'
import { documentMounts } from '@anju/functions/document/document.mounts'
import { mountsByPath } from '@anju/functions/http/mount'
import { mounts } from '@anju/functions/mounts'
import { pathNames, type Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { ERRORS, ErrorBody } from '@anju/shared/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPENAPI_FILE, openapiText } from '../tools/openapi'
import { openTown, type Town } from './town'

const all = Object.entries(routes as Record<string, Route>)

describe('the route table', () => {
  it('names every path once and every path name in the input', () => {
    const seen = all.map(([, route]) => `${route.method} ${route.path}`)
    expect(new Set(seen).size).toBe(seen.length)
    for (const [name, route] of all)
      for (const field of pathNames(route.path))
        expect([name, Object.keys(route.input.shape)]).toEqual([name, expect.arrayContaining([field])])
  })
  it('leads the path of every route to the domain that has it (functions/mounts.ts)', async () => {
    const everywhere = [...mounts, ...documentMounts]
    const mountAt = mountsByPath(everywhere)
    const astray: string[] = []
    const led: string[] = []
    for (const mount of everywhere)
      for (const [name, { path }] of Object.entries((await mount.load()).routes)) {
        led.push(name)
        if (mountAt(path) !== mount) astray.push(`${name}: ${path}`)
      }
    expect([astray, led.sort()]).toEqual([[], Object.keys(routes).sort()])
  })
  it('says for every change whose line it writes, so that a repeated command is known', () => {
    const unnamed = all.filter(([, route]) => 'commandId' in route.input.shape && !route.writes).map(([name]) => name)
    expect(unnamed).toEqual(['closeAccount', 'grantHat', 'revokeHat'])
  })
  it('is what docs/openapi.json says (run `npx tsx tools/openapi.ts`)', () => {
    expect(readFileSync(OPENAPI_FILE, 'utf8')).toBe(openapiText())
  })
  it('gives every refusal a sentence that tells what to do', () => {
    for (const [code, [status, sentence]] of Object.entries(ERRORS)) {
      expect([code, status >= 400 && status < 600]).toEqual([code, true])
      expect([code, /请|先|没有|已|后才能|不能/.test(sentence)]).toEqual([code, true])
    }
  })
})

describe('what a client can send', () => {
  let town: Town
  let token: string
  beforeAll(async () => {
    town = await openTown()
    token = (
      await town.join({
        hats: [{ role: 'sublandlord' }, { role: 'clerk', region: '310115125' }, { role: 'operator_admin' }],
      })
    ).token
  })
  afterAll(() => town.close())

  const send = async (method: string, path: string, body?: string | Buffer, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${town.base}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && { body: body as never }),
    })
    return { status: answer.status, error: ErrorBody.parse(await answer.json()) }
  }

  it.each([
    ['an unknown route', 'GET', '/api/nothing', undefined, 404, 'request.no_route'],
    ['a path outside the API', 'POST', '/elsewhere', '{}', 404, 'request.no_route'],
    ['a wrong method', 'DELETE', '/api/listings', '{}', 405, 'request.method'],
    ['a method nobody knows', 'PROPFIND', '/api/listings', undefined, 405, 'request.method'],
    ['broken JSON', 'POST', '/api/dwellings', '{"a":', 400, 'request.json'],
    ['a JSON array', 'POST', '/api/dwellings', '[]', 400, 'request.json'],
    ['a bare number', 'POST', '/api/dwellings', '7', 400, 'request.json'],
    ['null', 'POST', '/api/dwellings', 'null', 400, 'request.json'],
    ['wrong types', 'POST', '/api/dwellings', '{"dwellingId":7,"rooms":"many"}', 400, 'request.invalid'],
    [
      '__proto__',
      'POST',
      '/api/dwellings',
      '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}',
      400,
      'request.invalid',
    ],
    [
      'deeply nested JSON',
      'POST',
      '/api/dwellings',
      `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      400,
      'request.invalid',
    ],
    [
      'a body of 300 KB',
      'POST',
      '/api/dwellings',
      JSON.stringify({ a: 'x'.repeat(300_000) }),
      413,
      'request.too_large',
    ],
    [
      'a string of 10 MB',
      'POST',
      '/api/dwellings',
      JSON.stringify({ a: 'x'.repeat(10_000_000) }),
      413,
      'request.too_large',
    ],
    ['bytes that are no text', 'POST', '/api/dwellings', Buffer.from([0xff, 0xfe, 0x00, 0x80]), 400, 'request.json'],
    ['a broken escape in the path', 'GET', '/api/listings/%E0%A4%A', undefined, 400, 'request.invalid'],
    ['an id of another kind', 'GET', '/api/listings/usr_01HZZZZZZZZZZZZZZZZZZZZZZZ', undefined, 400, 'request.invalid'],
    ['a made-up cursor', 'GET', '/api/listings?region=310115125&cursor=abc.def', undefined, 400, 'request.cursor'],
    ['a huge page', 'GET', '/api/listings?region=310115125&limit=100000', undefined, 400, 'request.invalid'],
    ['not a number', 'GET', '/api/listings?region=310115125&rentFromFen=NaN', undefined, 400, 'request.invalid'],
    ['a repeated parameter', 'GET', '/api/listings?region=310115125&region=310115', undefined, 400, 'request.invalid'],
    ['a region that does not exist', 'GET', '/api/listings?region=310199', undefined, 404, 'region.not_found'],
  ])('%s', async (_what, method, path, body, status, code) => {
    expect(await send(method, path, body)).toMatchObject({ status, error: { code } })
  })

  it('a form instead of JSON', async () => {
    expect(
      await send('POST', '/api/dwellings', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
    ).toMatchObject({ status: 415 })
  })

  it.each([
    ['no token', {}, 'session.missing'],
    ['a made-up token', { authorization: 'Bearer abc' }, 'session.expired'],
    [
      'an unsigned token',
      { authorization: `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"sub":"usr_01HZZZZZZZZZZZZZZZZZZZZZZZ"}')}.` },
      'session.expired',
    ],
    ['another scheme', { authorization: 'Basic YTpi' }, 'session.missing'],
  ])('%s', async (_what, headers, code) => {
    const answer = await fetch(`${town.base}/api/me`, { headers: headers as Record<string, string> })
    expect([answer.status, ((await answer.json()) as ErrorBody).code]).toEqual([401, code])
  })

  it('tells every field that is wrong, in Chinese', async () => {
    const { error } = await send('POST', '/api/dwellings', '{}')
    expect(error.fields?.length).toBeGreaterThan(4)
    for (const field of error.fields ?? []) expect(field.message).toMatch(/[\u4e00-\u9fff]/)
  })

  it('serves the contract and its health', async () => {
    const health = (await (await fetch(`${town.base}/api/health`)).json()) as { status: string }
    expect(health.status).toBe('ok')
  })
})
