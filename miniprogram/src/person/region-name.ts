import type { Hat } from '@anju/shared/person/person'
import { ROLE_NAMES } from '@anju/shared/person/role'
import { ancestors, checkRegionCode } from '@anju/shared/region/region'
import { regionRoutes } from '@anju/shared/region/region.routes'
import { useQuery } from '@tanstack/react-query'
import { call } from '../call'
import { useHolders } from './hat'

/** Levels that stand in the code but not in an address. */
const SILENT: readonly string[] = ['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']

async function nameOf(code: string): Promise<string> {
  const parent = ancestors(code).slice(-1)[0]
  const { items } = await call(regionRoutes.listRegions, parent ? { parent } : {})
  const region = items.find((item) => item.code === code)
  if (!region) throw new Error('没有这个行政区划代码，请核对后重新填写')
  return region.name
}

/** The names down to a code: ["上海市", "浦东新区", "张江镇"]. */
export const useRegionPath = (code: string) =>
  useQuery({
    queryKey: ['region-path', code],
    queryFn: async () => {
      const names = await Promise.all([...ancestors(code), code].map(nameOf))
      return names.filter((name) => !SILENT.includes(name))
    },
    enabled: checkRegionCode(code).ok,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What hats are called: "社区工作人员 · 张江镇", "管家 · 听潮租赁"; of a region the code stands in until the name is read. */
export function useHatNames(hats: readonly Hat[]): (hat: Hat) => string {
  const codes = hats.flatMap(({ region }) => region ?? [])
  const { data } = useQuery({
    queryKey: ['region-names', ...codes],
    queryFn: async () => new Map(await Promise.all(codes.map(async (code) => [code, await nameOf(code)] as const))),
    enabled: codes.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const holders = useHolders(hats.some(({ holderId }) => holderId !== undefined))
  return ({ role, region, holderId }) => {
    const place = region && (data?.get(region) ?? region)
    const holder = holders.find((each) => each.holderId === holderId)?.name
    return [ROLE_NAMES[role], place ?? holder].filter(Boolean).join(' · ')
  }
}
