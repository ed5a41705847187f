import { defineConfig } from 'vitest/config'

/** Every suite that needs a database starts its own engine in a process of its own: nothing is shared. */
export default defineConfig({
  test: {
    include: ['{shared,functions,tests,tools}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
