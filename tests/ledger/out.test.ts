import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postEntries, readBooks } from '@anju/functions/ledger/ledger.store'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { documentRoutes } from '@anju/shared/document/document.routes'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { UserId } from '@anju/shared/id'
import { ACCOUNTS, type Account } from '@anju/shared/ledger/accounts'
import type { Book } from '@anju/shared/ledger/book'
import { entryOf, reverse } from '@anju/shared/ledger/entry'
import { hledgerAccount } from '@anju/shared/ledger/hledger'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import * as recipes from '@anju/shared/ledger/recipes'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heldFrom } from '../held-from'
import { advertisedHome, letHome } from '../let-home'
import { type Citizen, commandId, newId, openTown, type Town } from '../town'
import { addPicture } from '../upload'

const hledger = spawnSync('hledger', ['--version']).status === 0
const poppler = spawnSync('pdftotext', ['-v']).status === 0
if (!hledger) {
  if (process.env.CI) throw new Error('CI must have hledger: it checks the balances of the export')
  console.warn('SKIPPED: this machine has no hledger, so the exported journal is not read by it')
}
if (!poppler) console.warn('The statements are not looked at as text: this machine has no poppler.')

const NOW = '2026-11-20T02:00:00.000Z'
/** What a person may type to break the journal: a comment, a tag, a line of its own. */
const NOTES = [
  '',
  '换水龙头',
  '; date:2020-01-01',
  '=1+1',
  'x\n2026-01-01 * y\n    a  1 CNY',
  '  | * ! (code) 😀 ',
  '\u2028；;;\ttab',
]

describe('the book outside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let home: Awaited<ReturnType<typeof letHome>>
  beforeAll(async () => {
    town = await openTown()
    town.setNow(NOW)
    holder = await town.join({ hats: [{ role: 'sublandlord' }], name: '陈海生' })
    tenant = await town.join({ name: '周晓雯' })
    home = await letHome(town, holder, tenant)
    const ownerId = holder.id as UserId
    const happened = { on: '2026-06-03', amountFen: 1_234_567 }
    const drafts = [
      ...recipes.rentDue({ ...happened, coversFrom: '2026-06-10', coversTo: '2028-09-09' }),
      recipes.rentReceived({ on: '2026-06-05', amountFen: 7 }),
      recipes.repairPaid({ on: '2025-12-31', amountFen: 30_001 }),
      recipes.headRentPaidAlone({
        on: '2026-06-04',
        amountFen: 600_000,
        coversFrom: '2026-06-01',
        coversTo: '2026-08-31',
      }),
      recipes.paidOnBehalf({ on: '2026-07-01', amountFen: 99 }),
      recipes.opening('cash')({ on: '2025-01-01', amountFen: 5_000_000 }),
      recipes.utilityPassedOn({ on: '2026-07-02', amountFen: 10_000_000_000 }),
    ]
    const entries = drafts.map((draft, index) =>
      entryOf(draft, {
        id: newId('ent'),
        ownerId,
        by: ownerId,
        now: NOW,
        note: NOTES[index % NOTES.length]!,
        dwellingId: home.dwellingId,
        ...(/^head_|^paid_on/.test(draft.event) && { headLeaseId: home.headLeaseId }),
      }),
    )
    const cause = { kind: 'ledger.test', by: ownerId, now: NOW }
    for (const entry of entries) await postEntries(town.world.store, { ownerId, entries: [entry], cause })
    const undone = reverse(entries[0]!, newId('ent'), ownerId, '2026-11-20', NOW)
    await postEntries(town.world.store, { ownerId, entries: [undone], cause })
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await town.close()
  })

  const run = (...args: string[]) =>
    execFileSync('hledger', ['-f', join(folder, 'book.journal'), ...args], { encoding: 'utf8' })
  /** What hledger makes of the journal, in fen by account; debits are positive. */
  function balances(...period: string[]): Record<string, number> {
    const lines = run('balance', '--flat', '--no-total', '--output-format', 'csv', ...period)
      .trim()
      .split('\n')
      .slice(1)
    return Object.fromEntries(
      lines.map((line) => {
        const [, account = '', yuan = ''] = /^"([^"]+)","(-?[\d.]+) CNY"$/.exec(line) ?? []
        return [account, Math.round(Number(yuan) * 100)]
      }),
    )
  }
  const ours = ({ totals }: Book): Record<string, number> =>
    Object.fromEntries(
      (Object.keys(ACCOUNTS) as Account[]).flatMap((account) => {
        const { debitFen, creditFen } = totals[account] ?? { debitFen: 0, creditFen: 0 }
        return debitFen === creditFen ? [] : [[hledgerAccount(account), debitFen - creditFen]]
      }),
    )

  it.skipIf(!hledger)('is read by hledger: strictly right, and every balance ours to the fen', async () => {
    const { bytes, fileName } = (await holder.call(documentRoutes.readJournal, {})).value
    expect(fileName).toBe('账本.journal')
    writeFileSync(join(folder, 'book.journal'), bytes)
    run('check', '--strict')
    const months = ['2025-01', '2025-12', '2026-06', '2026-07', '2026-08', '2026-11', '2026-12', '2028-09']
    const names = [{}, ...months.map((period) => ({ period }))]
    const [all, ...books] = (await readBooks(town.world.store, holder.id, names, NOW)) as [Book, ...Book[]]
    expect(balances()).toEqual(ours(all))
    for (const [index, month] of months.entries())
      expect([month, balances('-p', month)]).toEqual([month, ours(books[index]!)])
    expect(Object.keys(ours(all)).length).toBeGreaterThan(6)
  })

  it.skipIf(!hledger)('holds the entries of one year, and takes no note for a comment or a line', async () => {
    const { bytes } = (await holder.call(documentRoutes.readJournal, { year: '2025' })).value
    writeFileSync(join(folder, 'book.journal'), bytes)
    run('check', '--strict')
    expect(
      run('print', '--output-format', 'csv')
        .split('\n')
        .filter((line) => /^"\d+","2026-/.test(line)),
    ).toEqual([])
    expect(run('accounts', '--used').trim().split('\n').sort()).toEqual(
      (['cash', 'opening', 'repair'] as const).map(hledgerAccount).sort(),
    )
  })

  it('is a workbook whose text is text and whose money is money', async () => {
    const { bytes, fileName } = (await holder.call(documentRoutes.readSpreadsheet, { year: '2026' })).value
    expect(fileName).toBe('账本-2026.xlsx')
    const files = unzipSync(bytes)
    const text = Object.entries(files).map(([name, content]) => [name, strFromU8(content)] as const)
    const sheets = text.filter(([name]) => /worksheets\/sheet\d\.xml$/.test(name)).map(([, xml]) => xml)
    expect(sheets).toHaveLength(4)
    expect(sheets.join('')).not.toContain('<f>')
    expect(sheets.join('')).toContain('12345.67')
    const whole = text.map(([, xml]) => xml).join('')
    for (const word of ['流水', '收支月报', '收支项目', '试算平衡', '应收租金', '=1+1']) expect(whole).toContain(word)
  })

  const textOf = (bytes: Uint8Array) => {
    writeFileSync(join(folder, 'one.pdf'), bytes)
    return execFileSync('pdftotext', ['-layout', join(folder, 'one.pdf'), '-'], { encoding: 'utf8' })
  }

  it.skipIf(!poppler)('is a statement for the two parties of a lease, and one for the owner of a home', async () => {
    const { id: voucherId } = await addPicture(holder, home.leaseId, 'voucher')
    const received = { paymentId: newId('ent'), amountFen: 4_321, receivedOn: '2026-11-12', method: 'bank' as const }
    const paid = { commandId: commandId(), billId: home.billId, voucherId, ...received }
    void (await holder.call(billRoutes.recordPayment, paid)).value
    const statement = (await holder.call(documentRoutes.readStatement, { leaseId: home.leaseId })).value
    expect(textOf(statement.bytes)).toMatch(
      new RegExp(`付款记录[\\s\\S]*2026-11-12\\s+银行转账\\s+43\\.21\\s+—\\s+${voucherId.slice(-8)}`),
    )
    expect(textOf(statement.bytes)).toMatch(/租约对账单[\s\S]*陈海生[\s\S]*周晓雯[\s\S]*¥3,200/)
    const { headLeaseId } = home
    const owner = (await holder.call(documentRoutes.readOwnerStatement, { headLeaseId, year: '2026' })).value
    expect(textOf(owner.bytes)).toMatch(/业主对账单[\s\S]*本年已付租金\s*¥6,000\.99[\s\S]*代偿抵扣/)
  })

  describe('the statement of an owner', () => {
    const { inviteOwner, bindOwner, recordHeadPayment } = headLeaseRoutes
    let owner: Citizen
    const statement = (who: Citizen, more: { year?: string } = {}) =>
      who.call(documentRoutes.readOwnerStatement, { headLeaseId: home.headLeaseId, ...more })
    beforeAll(async () => {
      owner = await town.join({ hats: [{ role: 'owner' }], name: '顾业主' })
      const { code } = (await holder.call(inviteOwner, { headLeaseId: home.headLeaseId })).value
      void (await owner.call(bindOwner, { code })).value
    })

    it('is for them and for who keeps the book, not for another owner, a tenant or a keeper of homes', async () => {
      expect((await statement(owner)).value.fileName).toMatch(/^业主对账单-2026-\w{8}\.pdf$/)
      expect((await statement(await town.join({ hats: [{ role: 'owner' }] }))).error.code).toBe('head_lease.not_found')
      expect((await statement(tenant)).error.code).toBe('access.role')
      const keeper = await town.join({ only: [{ role: 'keeper', holderId: holder.id }] })
      expect((await statement(keeper.actingFor(holder.id))).error.code).toBe('access.role')
    })

    it.skipIf(!poppler)(
      'holds their plan and their money, nothing of tenants, other owners or other homes',
      async () => {
        const other = await heldFrom(holder, (await advertisedHome(holder)).dwellingId)
        const pay = { kind: 'rent' as const, on: '2026-11-03', method: 'bank' as const }
        for (const [headLeaseId, amountFen] of [
          [home.headLeaseId, 350_001],
          [other, 777_700],
        ] as const)
          void (
            await holder.call(recordHeadPayment, {
              commandId: commandId(),
              headLeaseId,
              entryId: newId('ent'),
              amountFen,
              ...pay,
            })
          ).value
        const text = textOf((await statement(owner, { year: '2026' })).value.bytes)
        expect(text).toMatch(/业主\s*顾业主[\s\S]*房屋管理人\s*陈海生[\s\S]*付款计划[\s\S]*2026-10-25[\s\S]*13,500/)
        expect(text).toContain('3,500.01')
        for (const hidden of [
          tenant.name,
          home.leaseId,
          '3,200',
          '12,345.67',
          '300.01',
          '7,777',
          '押金抵扣',
          '换水龙头',
        ])
          expect(text).not.toContain(hidden)
      },
    )

    it.skipIf(!poppler)('takes what the holder typed into the book, and leaves out what was reversed', async () => {
      const typed = async (amountFen: number) => {
        const entryId = newId('ent')
        const about = { dwellingId: home.dwellingId, on: '2026-11-04', method: 'cash' as const }
        const covers = { coversFrom: '2026-11-01', coversTo: '2026-11-30' }
        const input = { commandId: commandId(), entryId, event: 'head_rent_paid' as const, amountFen }
        void (await holder.call(ledgerRoutes.recordEntry, { ...input, ...about, ...covers })).value
        return entryId
      }
      const wrong = await typed(123_456)
      void (await typed(654_321))
      const undo = { commandId: commandId(), entryId: wrong, reversalId: newId('ent') }
      void (await holder.call(ledgerRoutes.reverseEntry, undo)).value
      const text = textOf((await statement(owner)).value.bytes)
      expect(text).toContain('6,543.21')
      expect(text).not.toContain('1,234.56')
    })
  })

  it('is refused where nobody may have it', async () => {
    const keeper = await town.join({ only: [{ role: 'keeper', holderId: holder.id }] })
    for (const route of [documentRoutes.readJournal, documentRoutes.readSpreadsheet])
      expect((await keeper.actingFor(holder.id).call(route, {})).error.code).toBe('access.role')
    const stranger = await town.join({ hats: [{ role: 'sublandlord' }] })
    expect((await stranger.call(documentRoutes.readStatement, { leaseId: home.leaseId })).error.code).toBe(
      'lease.not_found',
    )
    expect((await stranger.call(ledgerRoutes.readBook, {})).value.cashFen).toBe(0)
  })
})
