import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentRoutes } from '@anju/shared/document/document.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, offeredLease } from './let-home'
import { type Citizen, commandId, openTown, type Town } from './town'

const poppler = spawnSync('pdftoppm', ['-v']).status === 0
if (!poppler) console.warn('The contract is not looked at as text and picture: this machine has no poppler.')

const DPI = 60
/** Dark points on each page of a PDF for each of its characters that have a shape. */
function inkOf(folder: string, pdf: string): number[] {
  execFileSync('pdftoppm', ['-r', String(DPI), '-gray', pdf, join(folder, 'page')])
  const texts = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).split('\f')
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.pgm'))
    .sort()
  return pages.map((name, index) => {
    const bytes = readFileSync(join(folder, name))
    const header = /^P5\s+\d+\s+\d+\s+255\s/.exec(bytes.toString('latin1', 0, 40))
    const dark = bytes.subarray(header?.[0].length).filter((point) => point < 170).length
    return dark / (texts[index]?.match(/[\p{L}\p{N}]/gu)?.length ?? 1)
  })
}

describe('the contract', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'))
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let ids: Awaited<ReturnType<typeof offeredLease>>
  const print = (who = tenant) => who.call(documentRoutes.readContract, { leaseId: ids.leaseId })
  const textOf = (bytes: Uint8Array) => {
    writeFileSync(join(folder, 'contract.pdf'), bytes)
    return execFileSync('pdftotext', ['-layout', join(folder, 'contract.pdf'), '-'], { encoding: 'utf8' })
  }

  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-20T02:05:00.000Z')
    holder = await town.join({ hats: [{ role: 'sublandlord' }], name: '欧阳晓燕' })
    tenant = await town.join({ name: '阿依古丽·买买提' })
    ids = await offeredLease(holder, tenant, await advertisedHome(holder))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await town.close()
  })

  it('is a PDF for both parties, and the same bytes as long as nothing changes', async () => {
    const [mine, theirs] = [(await print(holder)).value, (await print()).value]
    expect(mine.fileName).toMatch(/^租赁合同-\w{8}\.pdf$/)
    expect(Buffer.from(mine.bytes).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(Buffer.compare(mine.bytes, theirs.bytes)).toBe(0)
  })
  it('carries only the glyphs that it uses', async () => {
    expect((await print()).value.bytes.length).toBeLessThan(400_000)
  })
  it('is hidden from everybody else', async () => {
    expect((await print(await town.join())).error.code).toBe('lease.not_found')
  })

  it.skipIf(!poppler)('says what was agreed, in twenty clauses', async () => {
    const text = textOf((await print()).value.bytes)
    const clauses = [...text.matchAll(/^\s*第([一二三四五六七八九十]+)条\s/gm)].map(([, number]) => number)
    expect(clauses.length).toBe(20)
    for (const said of [
      '欧阳晓燕',
      '阿依古丽·买买提',
      '张江镇藿香路123弄',
      'A室',
      '2026 年 12 月 1 日',
      '共十二个月',
      '¥3,200（人民币叁仟贰佰元整）',
      '押一付三',
      '交还并结清之日起 7 日内',
      '欠付租金',
      '公共照明电费',
      '尚未确认',
    ])
      expect(text).toContain(said)
    expect(text).toMatch(/第\s*1\s*页\s*\/\s*共\s*\d+\s*页/)
    expect(text).not.toContain(tenant.identityNumber)
    expect(text).not.toContain('〓')
  })
  it.skipIf(!poppler)('shows both confirmations with their time and the hash of the text', async () => {
    for (const [who, version] of [
      [holder, 1],
      [tenant, 2],
    ] as const)
      void (await who.call(leaseRoutes.signLease, { commandId: commandId(), leaseId: ids.leaseId, version })).value
    const { signatures } = (await tenant.call(leaseRoutes.readLease, { leaseId: ids.leaseId })).value
    const text = textOf((await print()).value.bytes)
    expect(text.match(/已于 2026-11-20 10:05:00（北京时间）确认/g)?.length).toBe(2)
    expect(text.replace(/\s/g, '')).toContain(signatures[0]?.textHash as string)
  })
  it.skipIf(!poppler)('draws what its text layer says: every page has ink, and every glyph a shape', async () => {
    const pdf = join(folder, 'contract.pdf')
    writeFileSync(pdf, (await print()).value.bytes)
    const ink = inkOf(folder, pdf)
    expect(ink.length).toBeGreaterThanOrEqual(3)
    for (const points of ink) expect(points).toBeGreaterThan(8)
  })
})
