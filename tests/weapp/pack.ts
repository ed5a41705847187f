import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import type { TmplGroup as TemplateGroup } from 'glass-easel-template-compiler'
import { canCompile, compileDist, listFiles } from './compile.ts'
import { HIDDEN, OFFERED } from './names.ts'
import { phoneUnits } from './units.ts'

const browserFolder = fileURLToPath(new URL('./browser/', import.meta.url))
const packed = new Map<string, Promise<string>>()
let runtime: Promise<string> | undefined

/** One html page that runs the whole build; packed again only when a file of the build has changed. */
export function packDist(dist: string): Promise<string> {
  if (!existsSync(join(dist, 'app.json'))) throw new Error(`${dist} is no weapp build: it has no app.json`)
  const stamps = listFiles(dist).map((file) => `${file} ${statSync(join(dist, file)).mtimeMs}`)
  const key = [dist, ...stamps].join('\n')
  const known = packed.get(key)
  if (known) return known
  const page = pack(dist)
  packed.set(key, page)
  return page
}

async function pack(dist: string): Promise<string> {
  if (canCompile()) await compileDist(dist)
  const files = listFiles(dist)
  const read = (file: string) => readFileSync(join(dist, file), 'utf8')
  const configs = Object.fromEntries(
    files
      .filter((file) => file === 'app.json' || (file.endsWith('.json') && files.includes(`${stem(file)}.wxml`)))
      .map((file) => [stem(file), JSON.parse(read(file))]),
  )
  refuseMissingPages(configs.app, files)
  const { darkmode, themeLocation } = configs.app
  const themes = darkmode && themeLocation ? JSON.parse(read(posix.normalize(themeLocation))) : {}
  const styles = Object.fromEntries(
    files.filter((file) => file.endsWith('.wxss')).map((file) => [stem(file), phoneUnits(inlineImports(file, read))]),
  )
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => script(file, read(file)))
  runtime ??= bundleRuntime()
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<style>${readFileSync(join(browserFolder, 'phone.css'), 'utf8')}</style></head><body>`,
    `<script>${inline(await runtime)}</script>`,
    `<script>phone.parts(${inline(JSON.stringify({ configs, styles, themes }))},${inline(templates(files, read))})</script>`,
    ...scripts,
    '<script>phone.boot()</script></body></html>',
  ].join('\n')
}

function bundleRuntime(): Promise<string> {
  return esbuild
    .build({
      entryPoints: [join(browserFolder, 'main.ts')],
      bundle: true,
      format: 'iife',
      target: 'chrome120',
      mainFields: ['module', 'main'],
      write: false,
    })
    .then(({ outputFiles }) => outputFiles[0]?.text ?? '')
}

function refuseMissingPages(
  app: { pages?: string[]; subPackages?: SubPackage[]; subpackages?: SubPackage[] },
  files: string[],
) {
  const subpackages = app.subPackages ?? app.subpackages ?? []
  const pages = [
    ...(app.pages ?? []),
    ...subpackages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page))),
  ]
  for (const page of pages) {
    for (const kind of ['.js', '.wxml']) {
      if (!files.includes(page + kind))
        throw new Error(`app.json names the page ${page}, but ${page}${kind} is missing`)
    }
  }
}

interface SubPackage {
  root: string
  pages: string[]
}

/** All wxml and wxs of the build, compiled for glass-easel into one expression. */
function templates(files: string[], read: (file: string) => string): string {
  const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler') as {
    TmplGroup: typeof TemplateGroup
  }
  const group = new TmplGroup()
  for (const file of files) {
    if (file.endsWith('.wxs')) group.addScript(stem(file), read(file))
    if (!file.endsWith('.wxml')) continue
    const remarks: { isError: boolean; message: string; startLine: number; startColumn: number }[] =
      group.addTmpl(stem(file), read(file)) ?? []
    const refusal = remarks.find((remark) => remark.isError)
    if (refusal) {
      const { startLine, startColumn, message } = refusal
      throw new Error(`glass-easel refuses ${file}:${startLine}:${startColumn}: ${message}`)
    }
  }
  group.addTmpl('wx/parent', '<slot/>')
  group.addTmpl('wx/leaf', '')
  const expression = group.getTmplGenObjectGroups()
  group.free()
  return expression
}

/** A CommonJS module that sees only what WeChat's logic layer offers; its own tag, so that stacks name its file. */
function script(file: string, code: string): string {
  const names = [...OFFERED, ...HIDDEN].join(',')
  const wrapped = `phone.module(${JSON.stringify(stem(file))},function(${names}){return function(require,module,exports){\n${code}\n}})`
  return `<script>${inline(wrapped)}\n//# sourceURL=weapp/${file}</script>`
}

function inlineImports(file: string, read: (file: string) => string, above: string[] = []): string {
  if (above.includes(file)) return ''
  return read(file).replace(/@import\s+["']([^"']+)["']\s*;?/g, (_, name: string) => {
    const target = name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(file), name)
    return inlineImports(target, read, [...above, file])
  })
}

function inline(code: string): string {
  return code.replace(/<(?=\/script|script|!--)/gi, '\\x3C')
}

function stem(file: string): string {
  return file.replace(/\.[^./]+$/, '')
}
