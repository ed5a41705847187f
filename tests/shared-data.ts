import { existsSync, readFileSync } from 'node:fs'

/** Test material that lies beside the project, never in it: official vectors, real listings. */
const FOLDER = new URL('../../shared/data/', import.meta.url)
export const sharedDataPresent = existsSync(FOLDER)

/** Absent on most machines; CI has it and must not skip. */
if (!sharedDataPresent) {
  if (process.env.CI) throw new Error('CI must have ../shared/data: tests that use it may not be skipped there')
  console.warn('SKIPPED: ../shared/data is absent, so tests on official vectors and real listings do not run')
}

export const sharedFile = (name: string): string => new URL(name, FOLDER).pathname
export const sharedJson = <T>(name: string): T => JSON.parse(readFileSync(sharedFile(name), 'utf8')) as T
