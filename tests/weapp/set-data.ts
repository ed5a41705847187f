import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Device } from './device.ts'

/** WX-09: what one setData may carry to the view layer. */
export const LARGEST_SET_DATA = 256 * 1024

/** What crossed to the view layer while something was done, over all phones that did it. */
export interface SetDataFigures {
  count: number
  totalBytes: number
  largestBytes: number
}

const folder = fileURLToPath(new URL('../../.anju/test', import.meta.url))
const file = join(folder, 'setdata.json')

async function sizesOf(devices: readonly Device[]): Promise<number[][]> {
  return Promise.all(devices.map(async (device) => (await device.log()).setDataSizes))
}

/** Does the steps of a journey and writes down what they sent to the view layer. */
export async function weighed(
  journey: string,
  devices: readonly Device[],
  steps: () => Promise<void>,
): Promise<SetDataFigures> {
  const before = await sizesOf(devices)
  await steps()
  const after = await sizesOf(devices)
  const sizes = after.flatMap((all, index) => all.slice(before[index]?.length ?? 0))
  const figures = {
    count: sizes.length,
    totalBytes: sizes.reduce((sum, size) => sum + size, 0),
    largestBytes: Math.max(0, ...sizes),
  }
  record(journey, figures)
  return figures
}

function record(journey: string, figures: SetDataFigures): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ ...read(), [journey]: figures }, null, 2)}\n`)
}

function read(): Record<string, SetDataFigures> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
