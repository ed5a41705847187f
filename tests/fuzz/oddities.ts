import type { Dice } from './dice'
import { BODIES } from './hostile'
import type { Shot } from './wire'

const TYPES = [
  undefined,
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'application/jsonp',
  'multipart/form-data; boundary=x',
]
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE']
const PATHS = [
  '/',
  '/api',
  '/api/',
  '//api/me',
  '/api//me',
  '/api/me/',
  '/api/me/../me',
  '/api/%6de',
  '/api/me%00',
  '/api/me;a=b',
  '/API/ME',
  '/api/__proto__',
  '/api/constructor',
  '/api/leases/%2e%2e/me',
  '/api/leases/%252e%252e',
  '/api/leases/%ff%fe',
  `/api/${'a/'.repeat(500)}`,
  '/api/openapi.json',
]

/** A right request made wrong around its fields: body, content type, method, path, query. */
export function odd(shot: Shot, dice: Dice): Shot {
  switch (dice.int(5)) {
    case 0:
      return shot.method === 'GET' ? shot : { ...shot, body: dice.pick(BODIES) }
    case 1: {
      const { 'content-type': _type, ...headers } = shot.headers
      const type = dice.pick(TYPES)
      return { ...shot, headers: { ...headers, ...(type !== undefined && { 'content-type': type }) } }
    }
    case 2:
      return { ...shot, method: dice.pick(METHODS) }
    case 3:
      return { ...shot, path: dice.pick(PATHS) }
    default: {
      const mark = shot.path.includes('?') ? '&' : '?'
      const more = ['limit=1&limit=2', 'limit=', 'limit=1e1', '__proto__=1', 'region=310115&region=31', '=', '&&&', '%']
      return { ...shot, path: shot.path + mark + dice.pick(more) }
    }
  }
}
