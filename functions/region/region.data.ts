import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { DomainError } from '@anju/shared/errors'
import { ancestors, levelOf, type Region } from '@anju/shared/region/region'

/*
 * The divisions of the whole country, from the files in ./data. Upper levels are read once; the towns and committees of
 * a province when it is first asked for (5 to 12 ms), and then kept.
 */

interface Town {
  name: string
  packed: string
  committees?: Region[]
}
interface Province {
  townsByDistrict: Map<string, Region[]>
  towns: Map<string, Town>
}

/** A bundled function has its data somewhere else and says where in REGION_DATA. */
const folder = (): string => process.env.REGION_DATA ?? fileURLToPath(new URL('./data/', import.meta.url))

let names: Map<string, string> | undefined
let childrenByParent: Map<string, Region[]> | undefined
const provinces = new Map<string, Province>()

function append(groups: Map<string, Region[]>, key: string, region: Region): void {
  const group = groups.get(key)
  if (group) group.push(region)
  else groups.set(key, [region])
}

function upperNames(): Map<string, string> {
  if (!names) {
    const index = JSON.parse(readFileSync(join(folder(), 'index.json'), 'utf8')) as { names: Record<string, string> }
    names = new Map(Object.entries(index.names))
  }
  return names
}

/** Provinces under '', cities and districts under the codes of their parents. */
function upperChildren(): Map<string, Region[]> {
  if (!childrenByParent) {
    childrenByParent = new Map()
    for (const [code, name] of upperNames()) {
      append(childrenByParent, ancestors(code).at(-1) ?? '', { code, name, level: levelOf(code) })
    }
  }
  return childrenByParent
}

function provinceOf(code: string): Province | undefined {
  const provinceCode = code.slice(0, 2)
  const known = provinces.get(provinceCode)
  if (known || !upperNames().has(provinceCode)) return known
  const file = brotliDecompressSync(readFileSync(join(folder(), `${provinceCode}.json.br`)))
  const province: Province = { townsByDistrict: new Map(), towns: new Map() }
  for (const [townCode, text] of Object.entries(JSON.parse(file.toString('utf8')) as Record<string, string>)) {
    const [name, packed] = text.split('|') as [string, string]
    province.towns.set(townCode, { name, packed })
    append(province.townsByDistrict, townCode.slice(0, 6), { code: townCode, name, level: 'town' })
  }
  provinces.set(provinceCode, province)
  return province
}

/** Undoes `packCommittees` of tools/regions.ts: digits in front of a name say its code, a bare name follows by one. */
function committeesOf(townCode: string): Region[] {
  const town = provinceOf(townCode)?.towns.get(townCode)
  if (!town || town.packed === '') return []
  let last = -1
  town.committees ??= town.packed.split(',').map((text) => {
    const coded = /^\d/.test(text)
    last = coded ? Number(text.slice(0, 3)) : last + 1
    const code = townCode + String(last).padStart(3, '0')
    return { code, name: coded ? text.slice(3) : text, level: 'committee' }
  })
  return town.committees
}

/** What lies directly under a region, in the order of the codes; the provinces where none is given. */
export function childrenOf(code: string | undefined): Region[] {
  if (code?.length === 6) return [...(provinceOf(code)?.townsByDistrict.get(code) ?? [])]
  if (code?.length === 9) return [...committeesOf(code)]
  return [...(upperChildren().get(code ?? '') ?? [])]
}

/** The codes of all districts. */
export const districts = (): string[] => [...upperNames().keys()].filter((code) => code.length === 6)

/** The region's own name, 张江镇; undefined where there is no such region. */
export function regionName(code: string): string | undefined {
  if (code.length <= 6) return upperNames().get(code)
  if (code.length === 9) return provinceOf(code)?.towns.get(code)?.name
  return committeesOf(code.slice(0, 9)).find((committee) => committee.code === code)?.name
}

export const regionExists = (code: string): boolean => regionName(code) !== undefined

/** Names of cities that are only there to carry a code: 直辖市 have no cities, some counties answer to their province. */
const PLACEHOLDERS = ['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']

/** 上海市浦东新区张江镇: every name from the province down, without placeholders. @throws region.not_found */
export function fullName(code: string): string {
  if (!regionExists(code)) throw new DomainError('region.not_found')
  const parts = [...ancestors(code), code].map((each) => regionName(each) ?? '')
  return parts.filter((name, index) => !PLACEHOLDERS.includes(name) && name !== parts[index - 1]).join('')
}

const SUFFIXES =
  /(?:特别行政区|街道办事处|村?村民委员会|社区居民委员会|居民委员会|社区居委会|村?村委会|居委会|自治[区州县旗]|社区|街道|新区|地区|[省市区县旗盟镇乡村])$/

/** 浦东新区 → 浦东; a name of which less than two characters would be left keeps its suffix. */
function stem(name: string): string {
  const short = name.replace(SUFFIXES, '')
  return short.length >= 2 ? short : name
}

/** Children, and in place of each placeholder the children of that. */
const namedChildrenOf = (code: string | undefined): Region[] =>
  childrenOf(code).flatMap((child) => (PLACEHOLDERS.includes(child.name) ? childrenOf(child.code) : [child]))

/**
 * The region under a parent that people mean by a name: the same name, else the only one with the same name but for the
 * suffix (浦东 → 浦东新区), else the only one that begins so (石柱 → 石柱土家族自治县). Undefined rather than a guess.
 */
export function findRegion(name: string, parentCode: string | undefined): Region | undefined {
  const asked = name.replace(/\s/g, '')
  if (asked === '') return undefined
  const candidates = namedChildrenOf(parentCode)
  const only = (test: (candidate: Region) => boolean): Region | undefined => {
    const found = candidates.filter(test)
    return found.length === 1 ? found[0] : undefined
  }
  return (
    only((candidate) => candidate.name === asked) ??
    only((candidate) => stem(candidate.name) === stem(asked)) ??
    (stem(asked).length >= 2 ? only((candidate) => candidate.name.startsWith(stem(asked))) : undefined)
  )
}
