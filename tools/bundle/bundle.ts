import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { builtins } from './builtins'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Where a function and everything beside it lie in its zip; `handler` in serverless.yml names it. */
const FOLDER = 'functions'

/** The files of a deployed function by their paths. */
export type Files = Record<string, Uint8Array>

/** Small, quick to load, and the same bytes for the same sources. */
export const tuned = {
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
  chunkNames: `${FOLDER}/[name]-[hash]`,
  metafile: true,
  alias: { '@aws-sdk/credential-provider-node': join(root, 'tools/bundle/credentials.ts') },
  plugins: [builtins],
} satisfies BuildOptions

/** What region.data.ts and its like read at run time: the folder `data` beside them, which goes beside the bundle. */
function dataOf(inputs: string[]): Files {
  const folders = inputs
    .filter((input) => input.endsWith('.data.ts'))
    .map((input) => join(root, dirname(input), 'data'))
  return Object.fromEntries(
    folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => !name.endsWith('.md'))
        .map((name) => [`${FOLDER}/data/${name}`, readFileSync(join(folder, name))]),
    ),
  )
}

/** Everything that one function of functions/ needs in AWS, whose runtime brings Node and nothing else. */
export async function bundleFunction(name: string): Promise<Files> {
  const { outputFiles, metafile } = await build({
    ...tuned,
    entryPoints: { [`${FOLDER}/${name}`]: `functions/${name}.ts` },
  })
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => input),
  )
  const code = outputFiles.map(({ path, contents }) => [
    path.slice(path.indexOf(FOLDER)).replaceAll('\\', '/'),
    contents,
  ])
  return { ...Object.fromEntries(code), ...dataOf(used) }
}
