import type { healthRoutes } from '@anju/shared/contract/routes'
import type { Domain, Fulfilled, UseCase } from '../http/use-case'

/** 健康检查: asks what we depend on. */
const readHealth: UseCase<typeof healthRoutes.readHealth> = async (_input, { store }) => {
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

export const domain = { useCases: { readHealth } satisfies Fulfilled<typeof healthRoutes> } satisfies Domain
