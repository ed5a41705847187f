import type { healthRoutes } from '@anju/shared/health/health.routes'
import type { UseCase } from '../http/use-case'

/** 健康检查: asks what we depend on. */
export const readHealth: UseCase<typeof healthRoutes.readHealth> = async (_input, { store }) => {
  const database = await store.get('state', { pk: 'operator#health', sk: 'probe' }).then(
    () => true,
    () => false,
  )
  return {
    status: database ? 'ok' : 'degraded',
    version: process.env.ANJU_VERSION ?? 'development',
    dependsOn: [{ name: 'dynamodb', ok: database }],
  }
}
