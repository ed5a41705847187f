import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { mediaChecks } from './media-checks'

/**
 * WeChat's servers, played: code2Session, stable_token, getuserphonenumber, subscribe messages and content checks with
 * their paths, fields and error codes.
 * Codes are single-use. `loginCode` and `phoneCode` stand for what wx.login and the phone button give inside WeChat.
 */
export interface WechatSandbox {
  server: Server
  appId: string
  appSecret: string
  loginCode(openid: string): string
  phoneCode(phone: string): string
  /** The ids of the templates of this mini-program, as `name=id,…`. */
  templates: string
  /** What the person taps in the question of wx.requestSubscribeMessage: one message of each template. */
  accept(openid: string, templateIds: string[]): void
  /** Messages that reached the phone, oldest first. */
  messages: SentMessage[]
  /** When the person last opened the mini-program, in ms since 1970; a login says it by itself. */
  visited(openid: string, at: number): void
  /** 消息推送: where events go, and what seals them. */
  push: { token: string; aesKey: string; url: string | undefined }
  /** Posts any event, as WeChat would. */
  tell(event: object, seconds?: number): Promise<{ status: number; text: string }>
  /** What the next picture checks find; `silent`: nothing is ever told. */
  findInPictures(verdict: 'pass' | 'review' | 'risky' | 'silent'): void
  /** Until every event was told. */
  told(): Promise<void>
  /** Makes the next requests fail as WeChat does when it is down. */
  breakFor(requests: number): void
}

interface SentMessage {
  openid: string
  templateId: string
  data: Record<string, string>
}

const TEMPLATES = {
  bill: 'sandbox-template-bill',
  arrears: 'sandbox-template-arrears',
  lease_end: 'sandbox-template-end',
  payment: 'sandbox-template-payment',
  progress: 'sandbox-template-progress',
  message: 'sandbox-template-message',
}
/** What the played text check takes as it says: anything with these words in it. */
export const RISKY_TEXT = '违规内容'
export const DOUBTFUL_TEXT = '存疑内容'
/** 61010: the person has not opened the mini-program for so long. */
const VISIT_MILLIS = 2 * 3_600_000
const MOST_CHARACTERS = 2_500
const CODE_MILLIS = 5 * 60_000
const TOKEN_SECONDS = 7_200

export function wechatSandbox(appId = 'wx0000000000sandbox', appSecret = 'sandbox-secret'): WechatSandbox {
  const codes = new Map<string, { kind: 'login' | 'phone'; value: string; until: number }>()
  const tokens = new Set<string>()
  const agreed = new Map<string, number>()
  const messages: SentMessage[] = []
  const visits = new Map<string, number>()
  const pictures = mediaChecks(appId)
  let broken = 0
  const issue = (kind: 'login' | 'phone', value: string) => {
    const code = randomBytes(16).toString('hex')
    codes.set(code, { kind, value, until: Date.now() + CODE_MILLIS })
    return code
  }
  const redeem = (kind: 'login' | 'phone', code: unknown) => {
    const found = typeof code === 'string' ? codes.get(code) : undefined
    if (found?.kind !== kind || found.until < Date.now()) return undefined
    codes.delete(code as string)
    return found.value
  }
  const wrongClient = (id: unknown, secret: unknown) =>
    id !== appId
      ? { errcode: 40013, errmsg: 'invalid appid' }
      : secret !== appSecret
        ? { errcode: 40125, errmsg: 'invalid appsecret' }
        : undefined

  function answer(path: string, query: URLSearchParams, body: Record<string, unknown>): object {
    if (path === '/sns/jscode2session') {
      const wrong = wrongClient(query.get('appid'), query.get('secret'))
      if (wrong) return wrong
      const openid = redeem('login', query.get('js_code'))
      if (openid) visits.set(openid, Date.now())
      return openid
        ? { openid, session_key: randomBytes(16).toString('base64') }
        : { errcode: 40029, errmsg: 'invalid code' }
    }
    if (path === '/cgi-bin/stable_token') {
      const wrong = wrongClient(body.appid, body.secret)
      if (wrong) return wrong
      const token = randomBytes(24).toString('hex')
      tokens.add(token)
      return { access_token: token, expires_in: TOKEN_SECONDS }
    }
    if (path === '/wxa/business/getuserphonenumber') {
      if (!tokens.has(query.get('access_token') ?? '')) return { errcode: 40001, errmsg: 'invalid credential' }
      const phone = redeem('phone', body.code)
      if (!phone) return { errcode: 40029, errmsg: 'invalid code' }
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: phone,
          purePhoneNumber: phone,
          countryCode: '86',
          watermark: { timestamp: Math.floor(Date.now() / 1000), appid: appId },
        },
      }
    }
    if (path === '/cgi-bin/message/subscribe/send') {
      if (!tokens.has(query.get('access_token') ?? '')) return { errcode: 40001, errmsg: 'invalid credential' }
      return deliver(body)
    }
    if (path === '/wxa/media_check_async') {
      if (!tokens.has(query.get('access_token') ?? '')) return { errcode: 40001, errmsg: 'invalid credential' }
      const wrong = wrongPerson(body)
      if (wrong) return wrong
      if (body.media_type !== 2) return { errcode: 40004, errmsg: 'invalid media type' }
      return pictures.take(String(body.media_url))
    }
    if (path === '/wxa/msg_sec_check') {
      if (!tokens.has(query.get('access_token') ?? '')) return { errcode: 40001, errmsg: 'invalid credential' }
      return judgeText(body)
    }
    return { errcode: 40066, errmsg: 'invalid url' }
  }

  const wrongPerson = ({ openid, scene, version }: Record<string, unknown>) =>
    version !== 2 || ![1, 2, 3, 4].includes(Number(scene))
      ? { errcode: 40129, errmsg: 'invalid scene' }
      : Date.now() - (visits.get(String(openid)) ?? 0) > VISIT_MILLIS
        ? { errcode: 61010, errmsg: 'code is expired' }
        : undefined

  /** msgSecCheck v2: no error is not a pass. */
  function judgeText(body: Record<string, unknown>): object {
    const wrong = wrongPerson(body)
    if (wrong) return wrong
    const content = String(body.content ?? '')
    if (!content) return { errcode: 44002, errmsg: 'empty post data' }
    if ([...content].length > MOST_CHARACTERS) return { errcode: 45002, errmsg: 'content size out of limit' }
    const suggest = content.includes(RISKY_TEXT) ? 'risky' : content.includes(DOUBTFUL_TEXT) ? 'review' : 'pass'
    const label = suggest === 'pass' ? 100 : 20001
    const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }]
    return { errcode: 0, errmsg: 'ok', trace_id: randomBytes(12).toString('hex'), result: { suggest, label }, detail }
  }

  /** One agreement, one message; a field is named by its kind, and a `thing` has at most 20 characters. */
  function deliver({ touser, template_id: templateId, data }: Record<string, unknown>): object {
    if (!Object.values(TEMPLATES).includes(String(templateId))) return { errcode: 40037, errmsg: 'invalid template_id' }
    const fields = Object.entries((data ?? {}) as Record<string, { value?: unknown }>)
    const wrong = fields.find(
      ([name, { value }]) => typeof value !== 'string' || (name.startsWith('thing') && value.length > 20),
    )
    if (fields.length === 0 || wrong) return { errcode: 47003, errmsg: `argument invalid! data.${wrong?.[0]}.value` }
    const name = `${String(touser)} ${String(templateId)}`
    const balance = agreed.get(name) ?? 0
    if (balance === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    agreed.set(name, balance - 1)
    const texts = Object.fromEntries(fields.map(([field, { value }]) => [field, String(value)]))
    messages.push({ openid: String(touser), templateId: String(templateId), data: texts })
    return { errcode: 0, errmsg: 'ok' }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (broken > 0) {
        broken--
        response.writeHead(502).end()
        return
      }
      const url = new URL(request.url ?? '/', 'http://local')
      const text = Buffer.concat(chunks).toString('utf8')
      const result = answer(url.pathname, url.searchParams, text ? (JSON.parse(text) as Record<string, unknown>) : {})
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(result))
    })
  })
  return {
    server,
    appId,
    appSecret,
    loginCode: (openid) => issue('login', openid),
    phoneCode: (phone) => issue('phone', phone),
    templates: Object.entries(TEMPLATES)
      .map(([name, id]) => `${name}=${id}`)
      .join(','),
    accept: (openid, templateIds) => {
      for (const id of templateIds) agreed.set(`${openid} ${id}`, (agreed.get(`${openid} ${id}`) ?? 0) + 1)
    },
    messages,
    push: pictures.push,
    tell: pictures.tell,
    findInPictures: pictures.find,
    told: pictures.told,
    visited: (openid, at) => {
      visits.set(openid, at)
    },
    breakFor: (requests) => {
      broken = requests
    },
  }
}
