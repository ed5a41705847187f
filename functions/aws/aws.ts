import { Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent, request } from 'node:https'
import { DomainError } from '@anju/shared/errors'
import aws4 from 'aws4'
import { pause } from './pause'

/** One operation of a service. @throws AwsRefusal, DomainError server.busy where it gives no answer that would stay */
export type Call = <T>(operation: string, input: object) => Promise<T>

/** A service of AWS that speaks JSON. */
export interface AwsApi {
  /** As in its address and in signatures: "dynamodb". */
  name: string
  /** What its operations are called under: "DynamoDB_20120810". */
  target: string
  contentType: 'application/x-amz-json-1.0' | 'application/x-amz-json-1.1'
  /** Refusals behind which the same request may succeed a moment later, beside those of a server in trouble. */
  passing: (refusal: AwsRefusal) => boolean
  /** Where it answers, if not at AWS. An engine on this machine takes any credentials. */
  endpoint?: string | undefined
}

/** What a service says instead of an answer; `name` is its own word for it. */
export class AwsRefusal extends Error {
  constructor(
    readonly status: number,
    readonly body: { __type?: string; message?: string; CancellationReasons?: { Code?: string }[] },
  ) {
    super(body.message)
    this.name = body.__type?.split('#').at(-1) ?? 'AwsRefusal'
  }
}

export const ATTEMPTS = 5
const CONNECT_MILLIS = 1_000
const ANSWER_MILLIS = 2_000
/** No attempt begins later: the caller must hear from us, even after a second look, before the function is ended (15 s). */
const PATIENCE_MILLIS = 5_000

/** A Lambda has its credentials in its environment; so has a shell that runs our tools. */
function credentials(local: boolean): aws4.Credentials {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env
  if (AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY)
    return {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
    }
  if (!local) throw new Error('no AWS credentials in the environment')
  return { accessKeyId: 'local', secretAccessKey: 'local' }
}

/** The regions in China are a partition of their own. */
export const addressOf = (name: string, region: string): string =>
  `https://${name}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`

/** The only place that speaks to AWS: signed requests over connections that are kept, tried again while that may help. */
export function awsOver({ name, target, contentType, passing, endpoint }: AwsApi): Call {
  const { AWS_REGION: region = endpoint && 'local' } = process.env
  if (!region) throw new Error('environment variable AWS_REGION is missing')
  const url = new URL(endpoint ?? addressOf(name, region))
  const secure = url.protocol === 'https:'
  const [open, agent] = secure
    ? [request, new Agent({ keepAlive: true })]
    : [plainRequest, new PlainAgent({ keepAlive: true })]

  const exchange = (headers: Record<string, string>, body: string): Promise<{ status: number; body: object }> =>
    new Promise((resolve, reject) => {
      const sent = open(url, { method: 'POST', agent, headers })
      const within = (millis: number) => setTimeout(() => sent.destroy(new Error('no answer in time')), millis)
      let timer = within(CONNECT_MILLIS)
      const connected = () => {
        clearTimeout(timer)
        timer = within(ANSWER_MILLIS)
      }
      sent.on('socket', (socket) => (socket.connecting ? socket.once('connect', connected) : connected()))
      sent.on('close', () => clearTimeout(timer))
      sent.on('error', reject)
      sent.on('response', async (answer) => {
        try {
          let text = ''
          for await (const chunk of answer.setEncoding('utf8')) text += chunk
          resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) })
        } catch (error) {
          reject(error)
        }
      })
      sent.end(body)
    })

  return async <T>(operation: string, input: object) => {
    const body = JSON.stringify(input)
    const giveUpAt = Date.now() + PATIENCE_MILLIS
    for (let attempt = 0; attempt < ATTEMPTS && Date.now() < giveUpAt; attempt++) {
      if (attempt > 0) await pause(attempt)
      const headers = { 'content-type': contentType, 'x-amz-target': `${target}.${operation}` }
      const signed = aws4.sign(
        { service: name, region, method: 'POST', host: url.host, path: '/', headers, body },
        credentials(endpoint !== undefined),
      )
      const answer = await exchange(signed.headers as Record<string, string>, body).catch(() => undefined)
      if (answer?.status === 200) return answer.body as T
      const refusal = answer && new AwsRefusal(answer.status, answer.body)
      if (refusal && refusal.status < 500 && !passing(refusal)) throw refusal
    }
    throw new DomainError('server.busy')
  }
}
