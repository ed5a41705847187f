// One cold start: loads a bundle, answers one request, and tells on standard error how many milliseconds both took.
const event = {
  version: '2.0',
  rawPath: '/api/health',
  headers: {},
  requestContext: { requestId: 'bench', http: { method: 'GET', path: '/api/health' } },
}
const startedAt = process.hrtime.bigint()
const { handler } = await import(process.argv[2])
const { statusCode } = await handler(event, {})
const millis = Number(process.hrtime.bigint() - startedAt) / 1e6
process.stderr.write(statusCode === 200 ? String(millis) : `answered ${statusCode}`)
