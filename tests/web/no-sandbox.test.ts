import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import { listFiles } from '../weapp/compile.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The address of the persona switcher, the name of its module, and what the demo says of itself on screen. */
const TRACES = ['/api/sandbox', 'sandbox/', '演示环境', '演示人物']
const TEXT = /\.(js|mjs|ts|css|html|json|wxml|wxss|wxs)$/

/** Files of a folder that carry a trace of the demo, each with the trace. */
const tracesIn = (folder: string, isPart = (_file: string) => true): string[] =>
  listFiles(folder)
    .filter((file) => TEXT.test(file) && isPart(file))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return TRACES.filter((trace) => text.includes(trace) || text.includes(escaped(trace))).map(
        (trace) => `${file}: ${trace}`,
      )
    })

/** As a minifier may write it: \\u6f14. */
const escaped = (text: string) => text.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`)

describe('what is deployed has no way in without WeChat', () => {
  it('not in the mini-program', async () => expect(tracesIn(await built('weapp'))).toEqual([]), BUILD_MILLIS)
  it('not in the browser build', async () => expect(tracesIn(await built('h5'))).toEqual([]), BUILD_MILLIS)
  it('not in the functions', () => {
    const isPart = (file: string) => !file.endsWith('.test.ts') && !file.includes('node_modules/')
    expect(tracesIn(join(root, 'functions'), isPart)).toEqual([])
    expect(tracesIn(join(root, 'shared'), isPart)).toEqual([])
  })
  it(
    'but in the demo build, so these traces can be found',
    async () => {
      const found = tracesIn(await built('h5', { sandbox: true })).join('\n')
      for (const trace of ['/api/sandbox', '演示环境']) expect(found).toContain(trace)
    },
    BUILD_MILLIS,
  )
})
