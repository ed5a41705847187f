import { Region } from '@anju/shared/region/region'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import * as z from 'zod'

/** A place with everything above it, from the province down. */
export type RegionPath = readonly Region[]

const KEY = 'region'
const START: RegionPath = [
  { code: '31', name: '上海市', level: 'province' },
  { code: '3101', name: '市辖区', level: 'city' },
  { code: '310115', name: '浦东新区', level: 'district' },
  { code: '310115125', name: '张江镇', level: 'town' },
]
const Path = z.array(Region).min(2)

/** Names of cities that are only there to carry a code. */
const PLACEHOLDERS = ['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']
export const isPlaceholder = ({ name }: Region): boolean => PLACEHOLDERS.includes(name)

/** ["上海市", "浦东新区", "张江镇"]. */
export const namesOf = (path: RegionPath): string[] =>
  path
    .filter((region, index) => !isPlaceholder(region) && region.name !== path[index - 1]?.name)
    .map(({ name }) => name)

/** 张江镇: the nearest name. */
export const lastName = (path: RegionPath): string => namesOf(path).slice(-1)[0] ?? ''

export const codeOf = (path: RegionPath): string => path[path.length - 1]?.code ?? ''

function remembered(): RegionPath {
  const path = Path.safeParse(Taro.getStorageSync(KEY))
  return path.success ? path.data : START
}

/** 在哪里找房, kept on this device. */
export function useRememberedRegion(): [RegionPath, (path: RegionPath) => void] {
  const [path, setPath] = useState(remembered)
  const change = (next: RegionPath) => {
    Taro.setStorageSync(KEY, next)
    setPath(next)
  }
  return [path, change]
}
