import { DomainError } from '@anju/shared/errors'
import type { Template } from '@anju/shared/notice/template'
import { type CheckAnswer, type ContentCheck, contentCheckOver } from './content-check'

/** The fields of a subscribe message, by the names of our templates. */
export type MessageFields = Partial<Record<'thing1' | 'amount2' | 'date3' | 'thing4', string>>
export interface SubscribeMessage {
  openid: string
  templateId: string
  fields: MessageFields
}
/**
 * What became of a message: sent; refused by WeChat for good, mostly since the person agreed to no more; certainly not
 * taken, so that it may be tried again; or nobody knows.
 */
export type SendOutcome = 'sent' | 'refused' | 'not_taken' | 'unknown'

/** What we need of WeChat's servers. */
export interface Wechat {
  /** wx.login's code → openid. @throws DomainError wechat.code, wechat.unavailable */
  openidOf(code: string): Promise<string>
  /** getPhoneNumber's code → phone without country code. @throws as above */
  phoneOf(code: string): Promise<string>
  /** 订阅消息. Never throws: the notice in the inbox does not depend on it. */
  send(message: SubscribeMessage): Promise<SendOutcome>
  /** Ids that this mini-program has for our templates; absent where it has none. */
  templates: Partial<Record<Template, string>>
  /** 内容安全 of what people show each other. */
  content: ContentCheck
}

interface Answer {
  errcode?: number
  openid?: string
  access_token?: string
  expires_in?: number
  phone_info?: { purePhoneNumber?: string; countryCode?: string }
}

/** Error codes that mean: this code of the user's is wrong, used or too old. */
const BAD_CODE = new Set([40029, 40163, 41008, 40013])
/** The access token was refused: ask for a new one, once. */
const STALE_TOKEN = new Set([40001, 42001, 40014])
const SYSTEM_BUSY = -1
/** Where a tap on a message leads. */
const NOTICES = 'pages/notice/inbox'

/** The only place that speaks to WeChat's servers; `baseUrl` is the one thing that a sandbox changes. */
export function wechatOver(
  baseUrl: string,
  appId: string,
  appSecret: string,
  templates: Wechat['templates'] = {},
): Wechat {
  let token: { value: string; until: number } | undefined

  async function ask(path: string, body?: object): Promise<Answer> {
    try {
      const answer = await fetch(`${baseUrl}${path}`, {
        ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(5_000),
      })
      if (!answer.ok) throw new Error(`status ${answer.status}`)
      return (await answer.json()) as Answer
    } catch {
      throw new DomainError('wechat.unavailable')
    }
  }

  async function accessToken(now: number): Promise<string> {
    if (token && token.until > now) return token.value
    const answer = await ask('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: appId,
      secret: appSecret,
    })
    if (!answer.access_token) throw new DomainError('wechat.unavailable')
    token = { value: answer.access_token, until: now + ((answer.expires_in ?? 7200) - 300) * 1000 }
    return token.value
  }

  const refuse = (answer: Answer): never => {
    throw new DomainError(BAD_CODE.has(answer.errcode ?? 0) ? 'wechat.code' : 'wechat.unavailable')
  }

  /** Whether a request that failed can have reached WeChat: not where nobody listened, or the server said so itself. */
  async function post(path: string, body: object): Promise<Answer | 'not_taken' | 'unknown'> {
    try {
      const answer = await fetch(`${baseUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(5_000),
      })
      return answer.ok ? ((await answer.json()) as Answer) : 'not_taken'
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string }
      return code === 'ECONNREFUSED' || code === 'ENOTFOUND' ? 'not_taken' : 'unknown'
    }
  }

  /** A question that needs a token; undefined where there is no answer. */
  async function askWithToken(path: string, body: object): Promise<CheckAnswer | undefined> {
    for (const last of [false, true]) {
      const access = await accessToken(Date.now()).catch(() => undefined)
      const answer = access && (await post(`${path}?access_token=${access}`, body))
      if (typeof answer !== 'object') return undefined
      if (last || !STALE_TOKEN.has(answer.errcode ?? 0)) return answer
      token = undefined
    }
    return undefined
  }

  return {
    templates,
    content: contentCheckOver(askWithToken),
    async send({ openid, templateId, fields }) {
      const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]))
      const message = { touser: openid, template_id: templateId, page: NOTICES, data, lang: 'zh_CN' }
      for (const last of [false, true]) {
        const access = await accessToken(Date.now()).catch(() => undefined)
        if (!access) return 'not_taken'
        const answer = await post(`/cgi-bin/message/subscribe/send?access_token=${access}`, message)
        if (typeof answer === 'string') return answer
        if (!answer.errcode) return 'sent'
        if (answer.errcode === SYSTEM_BUSY) return 'not_taken'
        if (last || !STALE_TOKEN.has(answer.errcode)) return 'refused'
        token = undefined
      }
      return 'refused'
    },
    async openidOf(code) {
      const query = new URLSearchParams({
        appid: appId,
        secret: appSecret,
        js_code: code,
        grant_type: 'authorization_code',
      })
      const answer = await ask(`/sns/jscode2session?${query}`)
      return answer.openid ?? refuse(answer)
    },
    async phoneOf(code) {
      for (const last of [false, true]) {
        const answer = await ask(`/wxa/business/getuserphonenumber?access_token=${await accessToken(Date.now())}`, {
          code,
        })
        const phone = answer.phone_info?.purePhoneNumber
        if (phone) return phone
        if (last || !STALE_TOKEN.has(answer.errcode ?? 0)) return refuse(answer)
        token = undefined
      }
      throw new DomainError('wechat.unavailable')
    },
  }
}
