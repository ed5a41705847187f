import * as z from 'zod'
import { declare } from '../contract/route'

export const healthRoutes = declare({
  readHealth: {
    method: 'GET',
    path: '/health',
    summary: '健康检查',
    access: 'anyone',
    input: z.object({}),
    output: z.object({
      status: z.enum(['ok', 'degraded']),
      version: z.string(),
      dependsOn: z.array(z.object({ name: z.string(), ok: z.boolean() })),
    }),
  },
})
