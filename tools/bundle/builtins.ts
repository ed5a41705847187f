import { builtinModules } from 'node:module'
import type { Plugin } from 'esbuild'

const bare = (path: string) => path.replace(/^node:/, '')
/** An ESM import of these reads every export, among them those for which Node then loads its whole fetch (35 ms). */
const SLOW_TO_IMPORT = new Set(['http', 'https'])

/** Fetches a module of Node's when it is run, where an import would be slow and a `require` of CommonJS impossible. */
export const builtins: Plugin = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(node:)?(${builtinModules.map(bare).join('|')})$`) }, ({ path, kind }) =>
      kind === 'require-call' || SLOW_TO_IMPORT.has(bare(path))
        ? { path: bare(path), namespace: 'builtin' }
        : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}')`,
      loader: 'js',
    }))
  },
}
