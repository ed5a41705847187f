import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

/** What some of them read from an npm package. */
const FROM_PACKAGES: Record<string, string> = {
  'functions/document/font.data.ts': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
}

/** What region.data.ts and its like read at run time: the folder `data` beside the source goes beside the bundle. */
function dataOf(inputs: string[], folder: string): Files {
  const filesOf = (input: string): string[] => {
    const packaged = FROM_PACKAGES[input]
    if (packaged) return [createRequire(import.meta.url).resolve(packaged)]
    const beside = join(root, dirname(input), 'data')
    return readdirSync(beside)
      .filter((name) => !name.endsWith('.md'))
      .map((name) => join(beside, name))
  }
  const files = inputs.filter((input) => input.endsWith('.data.ts')).flatMap(filesOf)
  return Object.fromEntries(files.map((file) => [`${folder}/data/${basename(file)}`, readFileSync(file)]))
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
