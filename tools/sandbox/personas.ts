import { PERSONAS, type Persona } from '../demo/cast'
import { openidOf } from '../demo/stage'
import type { Aside } from '../lambda-server'
import type { WechatSandbox } from './wechat'
import type { WechatPaySandbox } from './wechat-pay'

const json = (value: unknown) => JSON.stringify(value)

/**
 * The persona switcher's side of the development server: hands out what WeChat would give this demo person, and logs in
 * through the real route. It lives outside the functions; what is deployed contains none of it.
 */
export function personaSwitcher(wechat: WechatSandbox, wechatPay: WechatPaySandbox, api: () => string): Aside {
  const find = (body: Buffer): Persona | undefined => {
    try {
      const { persona } = JSON.parse(body.toString('utf8')) as { persona?: string }
      return PERSONAS.find((each) => each.key === persona)
    } catch {
      return undefined
    }
  }
  return async (request, response, body) => {
    const path = request.url?.split('?')[0]
    if (!path?.startsWith('/api/sandbox/')) return false
    const send = (status: number, value: unknown) => {
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
        .end(typeof value === 'string' ? value : json(value))
      return true
    }
    if (request.method === 'GET' && path === '/api/sandbox/personas')
      return send(200, { items: PERSONAS.map(({ key, name, about, hats }) => ({ key, name, about, hats })) })
    if (request.method === 'POST' && path === '/api/sandbox/payment')
      return send(200, { paid: await wechatPay.pay(JSON.parse(body.toString('utf8')) as Record<string, string>) })
    const persona = find(body)
    if (request.method !== 'POST' || !persona)
      return send(404, { code: 'request.no_route', message: '演示环境里没有这个人物', requestId: 'sandbox' })
    if (path === '/api/sandbox/login') {
      const answer = await fetch(`${api()}/api/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: json({ code: wechat.loginCode(openidOf(persona)) }),
      })
      return send(answer.status, await answer.text())
    }
    if (path === '/api/sandbox/login-code') return send(200, { code: wechat.loginCode(openidOf(persona)) })
    if (path === '/api/sandbox/phone-code') return send(200, { code: wechat.phoneCode(persona.phone) })
    return send(404, { code: 'request.no_route', message: '演示环境没有这个地址', requestId: 'sandbox' })
  }
}
