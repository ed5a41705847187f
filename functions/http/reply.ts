import type { DomainError, ErrorBody } from '@anju/shared/errors'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

export const reply = (statusCode: number, body: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: JSON.stringify(body),
})

export function refuse(error: DomainError, requestId: string): APIGatewayProxyStructuredResultV2 {
  const body: ErrorBody = { code: error.code, message: error.sentence, requestId, ...error.details }
  return reply(error.status, body)
}
