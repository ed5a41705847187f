import * as z from 'zod'
import { declare } from '../contract/route'
import { Region, RegionCode } from './region'

export const regionRoutes = declare({
  listRegions: {
    method: 'GET',
    path: '/regions',
    summary: '下级行政区划',
    access: 'anyone',
    input: z.object({ parent: RegionCode.optional() }),
    output: z.object({ items: z.array(Region) }),
    refusals: ['region.not_found'],
  },
})
