import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUILD_MILLIS, built } from './built.ts'
import { listFiles } from './compile.ts'

const KILOBYTE = 1024
const MAIN_LIMIT = 600 * KILOBYTE
const SUBPACKAGE_LIMIT = 400 * KILOBYTE
/** WeChat's own limit on everything together (WX-08). */
const WHOLE_LIMIT = 20 * 1024 * KILOBYTE

interface AppConfig {
  subPackages: { root: string }[]
}

/** What a phone downloads: the main package before the first page, a subpackage before its first page. */
describe('the packages of the mini-program', () => {
  const sizes = new Map<string, number>()

  beforeAll(async () => {
    const dist = await built('weapp')
    const app: AppConfig = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'))
    const roots = app.subPackages.map(({ root }) => `${root.replace(/\/$/, '')}/`)
    for (const name of ['main', ...roots]) sizes.set(name, 0)
    for (const file of listFiles(dist)) {
      const home = roots.find((root) => file.startsWith(root)) ?? 'main'
      sizes.set(home, (sizes.get(home) ?? 0) + statSync(join(dist, file)).size)
    }
    console.table(
      [...sizes].map(([name, bytes]) => ({
        package: name,
        KB: Math.round(bytes / KILOBYTE),
        limit: (name === 'main' ? MAIN_LIMIT : SUBPACKAGE_LIMIT) / KILOBYTE,
      })),
    )
  }, BUILD_MILLIS)

  it('keeps the main package within 600 KB and each subpackage within 400 KB', () => {
    const tooLarge = [...sizes].filter(([name, bytes]) => bytes > (name === 'main' ? MAIN_LIMIT : SUBPACKAGE_LIMIT))
    expect(tooLarge).toEqual([])
    expect(sizes.size).toBeGreaterThan(1)
  })
  it('stays far below what WeChat takes', () => {
    expect([...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(WHOLE_LIMIT / 10)
  })
})
