import { DomainError, statusOf } from '@anju/shared/errors'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { takeMediaCheck } from './content/take-media-check'
import { log } from './http/log'
import type { World } from './http/router'
import { takeNotification } from './payment/take-notification'
import type { Push } from './wechat/push'
import { openCallbackWorld, remembered } from './world'

type Told = Pick<World, 'store' | 'pay' | 'now'> & { push: () => Push }

/** What WeChat takes for "heard"; after anything else it tells again, for a day. */
const HEARD: APIGatewayProxyStructuredResultV2 = { statusCode: 204 }
const again = (statusCode: number, message: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ code: 'FAIL', message }),
})

const PUSH_PATH = '/api/wechat/push'
const PLAIN = { 'content-type': 'text/plain; charset=utf-8' }

/** 消息推送 believes its own signature; it is entered with an echo (GET), and wants to hear "success". */
async function takePush({ store, push, now: clock }: Told, event: APIGatewayProxyEventV2, body: Buffer) {
  const query = event.queryStringParameters ?? {}
  if (event.requestContext.http.method === 'GET') return push().echo(query)
  const checked = push().told(query, body.toString('utf8'))
  if (checked) await takeMediaCheck({ store, now: clock() }, checked)
  return 'success'
}

/** 支付通知: no session; what it says is believed by its signature over the very bytes that came, and by nothing else. */
export const callbackOver =
  (world: () => Promise<Told>) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { requestId } = event.requestContext
    try {
      const opened = await world()
      const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
      if (event.rawPath === PUSH_PATH)
        return { statusCode: 200, headers: PLAIN, body: await takePush(opened, event, body) }
      const { store, pay, now } = opened
      const told = await (await pay()).told(event.headers, body)
      await takeNotification({ store, pay, now: now() }, told)
      log('info', 'notification taken', { requestId, kind: told.kind })
      return HEARD
    } catch (error) {
      const distrust = (error as { reason?: string }).reason
      if (distrust) {
        log('warn', 'notification not believed', { requestId, reason: distrust })
        return again(401, '签名错误')
      }
      const refusal = error instanceof DomainError ? error : new DomainError('server.failed')
      log(statusOf(refusal) === 500 ? 'error' : 'warn', 'notification not taken', {
        requestId,
        code: refusal.code,
        error: String((error as Error).name),
      })
      return again(statusOf(refusal), '失败')
    }
  }

/** The Lambda behind POST /api/wechat/pay/notify, and GET and POST /api/wechat/push. */
export const handler = callbackOver(remembered(openCallbackWorld))
