import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { routes } from '@anju/shared/contract/routes'
import { ERRORS } from '@anju/shared/errors'
import { FILING_STATUS_NAMES } from '@anju/shared/filing/states'
import { LEASE_STATUS_NAMES } from '@anju/shared/lease/lifecycle'
import { ROLE_NAMES } from '@anju/shared/person/role'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => existsSync(join(root, file)))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const code = files.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && !file.startsWith('tests/weapp/fixture'))
const isTest = (file: string) => file.startsWith('tests/') || file.endsWith('.test.ts')
const imports = (file: string) =>
  [...read(file).matchAll(/^(?:import|export|\}).*? from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm)].map(
    (match) => (match[1] ?? match[2] ?? match[3]) as string,
  )
/** Files of which some import is not allowed, each with that import. */
const strays = (inside: (file: string) => boolean, allowed: (name: string, file: string) => boolean) =>
  code.filter(inside).flatMap((file) =>
    imports(file)
      .filter((name) => !allowed(name, file))
      .map((name) => `${file}: ${name}`),
  )

describe('the shape of the house', () => {
  it('shared imports zod and itself only, and never waits', () => {
    const inside = (file: string) => file.startsWith('shared/') && !isTest(file)
    expect(strays(inside, (name) => name === 'zod' || (name.startsWith('.') && !name.includes('functions')))).toEqual(
      [],
    )
    expect(code.filter((file) => inside(file) && /\bawait\b|\basync\b/.test(read(file)))).toEqual([])
  })
  it('miniprogram and functions meet in shared alone', () => {
    expect(
      strays(
        (file) => file.startsWith('miniprogram/'),
        (name) => !/@anju\/functions|\.\.\/functions|tools\//.test(name),
      ),
    ).toEqual([])
    expect(
      strays(
        (file) => file.startsWith('functions/') && !isTest(file),
        (name) => !/miniprogram|tools\/|tests\//.test(name),
      ),
    ).toEqual([])
  })
  it('only the store calls DynamoDB, only the data key calls KMS, only files knows S3, only wechat knows WeChat', () => {
    const inside = (file: string) => file.startsWith('functions/') && !isTest(file)
    expect(
      strays(
        inside,
        (name, file) =>
          !/^@aws-sdk\/|\/aws$/.test(name) ||
          file === 'functions/store/store.dynamodb.ts' ||
          file === 'functions/secret/data-key.ts',
      ),
    ).toEqual([])
    expect(code.filter((file) => inside(file) && /service: 's3'/.test(read(file)))).toEqual([
      'functions/files/files.ts',
    ])
    expect(code.filter((file) => inside(file) && /weixin\.qq/.test(read(file)))).toEqual(['functions/world.ts'])
  })
  it('has one file for each operation, named after its route', () => {
    const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const missing = Object.keys(routes).filter(
      (name) => !code.some((file) => file.startsWith('functions/') && file.endsWith(`/${kebab(name)}.ts`)),
    )
    expect(missing).toEqual([])
  })
  it('has no drawer for odds and ends, no barrel, no second name for a thing', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|lib|misc)\//.test(file))).toEqual([])
    expect(code.filter((file) => /(^|\/)index\.tsx?$/.test(file) && !file.startsWith('miniprogram/config'))).toEqual([])
    const named = code
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        [
          ...read(file).matchAll(
            /^export (?:const|function|class|interface|type) (\w*(?:Manager|Service|Helper|Util|Impl|Dto)\w*)/gm,
          ),
        ].map((match) => `${file}: ${match[1]}`),
      )
    expect(named).toEqual([])
  })
  it('keeps files small, but for the one table of refusals', () => {
    const lines = (file: string) => read(file).split('\n').length
    const most = (file: string) => (file === 'shared/errors.ts' ? 500 : isTest(file) ? 400 : 260)
    expect(code.filter((file) => lines(file) > most(file)).map((file) => `${file} ${lines(file)}`)).toEqual([])
  })
})

describe('what the repository says', () => {
  const texts = files.filter(
    (file) =>
      /\.(ts|tsx|mjs|js|json|md|yml|scss|css|html)$/.test(file) &&
      file !== 'package-lock.json' &&
      file !== 'tests/tidy.test.ts',
  )
  it('leaves nothing undone without a reason', () => {
    expect(texts.filter((file) => /\b(TODO|FIXME|XXX|HACK)\b/.test(read(file)))).toEqual([])
  })
  it('names no package registry and no path of some machine', () => {
    expect(
      texts.filter((file) =>
        /registry\.npmjs|npmmirror|registry\.npm\.|\/root\/|\/home\/\w+\/|\/work\//.test(read(file)),
      ),
    ).toEqual([])
    expect(read('package-lock.json')).not.toMatch(/"resolved": "http/)
  })
  it('writes nothing to the console in functions: the log has no names', () => {
    expect(
      code.filter((file) => file.startsWith('functions/') && !isTest(file) && /console\./.test(read(file))),
    ).toEqual([])
  })
  it('keeps its links', () => {
    const broken = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)]
          .filter((match) => !existsSync(join(root, dirname(file), match[1] as string)))
          .map((match) => `${file}: ${match[1]}`),
      )
    expect(broken).toEqual([])
  })
  it('explains its words: every role and every state of a lease and a filing', () => {
    const words = read('docs/words.md')
    for (const name of [
      ...Object.values(ROLE_NAMES),
      ...Object.values(LEASE_STATUS_NAMES),
      ...Object.values(FILING_STATUS_NAMES),
    ])
      expect([name, words.includes(name)]).toEqual([name, true])
  })
  it('uses every refusal it knows', () => {
    const source = code
      .filter((file) => file !== 'shared/errors.ts')
      .map(read)
      .join('\n')
    expect(Object.keys(ERRORS).filter((name) => !source.includes(`'${name}'`))).toEqual([])
  })
})
