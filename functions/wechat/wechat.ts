import { DomainError } from '@anju/shared/errors'

/** What we need of WeChat's servers. */
export interface Wechat {
  /** wx.login's code → openid. @throws DomainError wechat.code, wechat.unavailable */
  openidOf(code: string): Promise<string>
  /** getPhoneNumber's code → phone without country code. @throws as above */
  phoneOf(code: string): Promise<string>
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

/** The only place that speaks to WeChat's servers; `baseUrl` is the one thing that a sandbox changes. */
export function wechatOver(baseUrl: string, appId: string, appSecret: string): Wechat {
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

  return {
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
