import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { builtins } from './builtins'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The files of a bundle by their paths. */
export type Files = Record<string, Uint8Array>

const tuned = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  splitting: true,
  outdir: '/',
  outExtension: { '.js': '.mjs' },
  metafile: true,
  plugins: [builtins],
} satisfies BuildOptions

/** What region.data.ts and its like read at run time: the folder `data` beside the source goes beside the bundle. */
function dataOf(inputs: string[], folder: string): Files {
  const sources = inputs
    .filter((input) => input.endsWith('.data.ts'))
    .map((input) => join(root, dirname(input), 'data'))
  return Object.fromEntries(
    sources.flatMap((source) =>
      readdirSync(source)
        .filter((name) => !name.endsWith('.md'))
        .map((name) => [`${folder}/data/${name}`, readFileSync(join(source, name))]),
    ),
  )
}

/**
 * Everything that a program of ours needs to run on bare Node 24: small, quick to load, the same bytes for the same
 * sources. What is imported on demand stays apart, so that it is read on demand.
 */
export async function bundle(source: string, alias: Record<string, string> = {}): Promise<Files> {
  const folder = dirname(source)
  const { outputFiles, metafile } = await build({
    ...tuned,
    alias,
    entryPoints: { [source.replace(/\.ts$/, '')]: source },
    chunkNames: `${folder}/[name]-[hash]`,
  })
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => input),
  )
  const code = outputFiles.map(({ path, contents }) => [`${folder}/${basename(path)}`, contents])
  return { ...Object.fromEntries(code), ...dataOf(used, folder) }
}

/** A function of functions/ as it is deployed. */
export const bundleFunction = (name: string): Promise<Files> => bundle(`functions/${name}.ts`)
