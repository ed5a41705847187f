import type { FileAnswer } from '@anju/shared/contract/route'
import { type DomainError, type ErrorBody, sentenceOf, statusOf } from '@anju/shared/errors'
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

/** A document as HTTP API wants bytes: in base64. */
export const replyFile = (mediaType: string, { fileName, bytes }: FileAnswer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    'content-type': mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: Buffer.from(bytes).toString('base64'),
  isBase64Encoded: true,
})

export function refuse(error: DomainError, requestId: string): APIGatewayProxyStructuredResultV2 {
  const body: ErrorBody = { code: error.code, message: sentenceOf(error), requestId, ...error.details }
  return reply(statusOf(error), body)
}
