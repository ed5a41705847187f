import { caseRoutes } from '@anju/shared/filing/case.routes'
import type { FilingView } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { Material, MaterialCode } from '@anju/shared/filing/material'
import { materialRoutes } from '@anju/shared/filing/material.routes'
import type { FilingId, LeaseId } from '@anju/shared/id'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import jpeg from 'jpeg-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIF, JPEG, withSegment } from './picture-bytes'
import { signed } from './tenancy'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'
import { post } from './upload'

/** A photograph of white paper, as large as a telephone sends it. */
const PAPER = new Uint8Array(
  jpeg.encode({ width: 800, height: 600, data: new Uint8Array(800 * 600 * 4).fill(255) }, 90).data,
)
const pdfOf = async (change: (pdf: PDFDocument) => unknown = () => {}) => {
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawRectangle({ x: 50, y: 50, width: 100, height: 100 })
  change(pdf)
  return pdf.save()
}

describe('materials of a filing', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let clerk: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    clerk = await town.join({ hats: [{ role: 'clerk', region: ZHANGJIANG }] })
  })
  afterAll(() => town.close())

  const idOf = ({ id }: FilingView) => id as FilingId
  async function draft(who: Citizen): Promise<FilingView> {
    const { id: leaseId } = await signed({ town, holder, tenant })
    const made = { commandId: commandId(), leaseId: leaseId as LeaseId, filingId: newId('fil', ZHANGJIANG) }
    return (await who.call(caseRoutes.startFiling, { ...made, type: 'new' })).value
  }
  async function hand(
    who: Citizen,
    filing: FilingView,
    bytes: Uint8Array,
    { code = 'title' as MaterialCode, mediaType = 'image/jpeg' as Material['mediaType'] } = {},
  ) {
    const asked = { filingId: idOf(filing), code, mediaType, byteCount: bytes.length }
    const form = (await who.call(materialRoutes.startMaterial, asked)).value
    expect((await post(form, bytes)).status).toBe(201)
    const { version } = filing
    return who.call(materialRoutes.addMaterial, {
      commandId: commandId(),
      filingId: idOf(filing),
      version,
      code,
      mediaType,
    })
  }
  const points = async (who: Citizen, filing: FilingView) =>
    (await who.call(materialRoutes.listMaterials, { filingId: idOf(filing) })).value.points
  const bytesAt = async (url: string | undefined) => new Uint8Array(await (await fetch(String(url))).arrayBuffer())
  const pdf = { mediaType: 'application/pdf' as const }

  it('are listed by who lets, with what the system has already', async () => {
    const list = await points(tenant, await draft(tenant))
    expect(list.map(({ code, state, required }) => [code, state, required])).toEqual([
      ['identity', 'held', true],
      ['application', 'held', true],
      ['lease_text', 'held', true],
      ['title', 'at_window', true],
      ['floor_plan', 'at_window', false],
    ])
  })

  it('a photograph is kept with the mark in it and without what was hidden in the file', async () => {
    const filing = await draft(tenant)
    const after = await hand(tenant, filing, PAPER)
    expect(after.value.materials).toMatchObject([{ code: 'title', mediaType: 'image/jpeg', pages: 1 }])
    const title = (await points(tenant, filing)).find(({ code }) => code === 'title')!
    expect(title.state).toBe('handed_in')
    const kept = jpeg.decode(await bytesAt(title.files[0]?.url))
    const dark = kept.data.filter((value, index) => index % 4 === 0 && value < 220).length
    expect(dark / (kept.width * kept.height)).toBeGreaterThan(0.01)
    expect(dark / (kept.width * kept.height)).toBeLessThan(0.3)
    const placed = await hand(tenant, after.value, withSegment(0xe1, EXIF), { code: 'floor_plan' })
    const plan = (await points(tenant, placed.value)).find(({ code }) => code === 'floor_plan')!
    const text = Buffer.from(await bytesAt(plan.files[0]?.url)).toString('latin1')
    expect([text.includes('GPSLatitude'), text.includes('Exif')]).toEqual([false, true])
  })

  it('a PDF is kept page by page, each marked', async () => {
    const after = (await hand(tenant, await draft(tenant), await pdfOf(), pdf)).value
    const title = (await points(tenant, after)).find(({ code }) => code === 'title')!
    const kept = await PDFDocument.load(await bytesAt(title.files[0]?.url))
    expect(kept.getPageCount()).toBe(1)
    expect(kept.getPage(0).node.Resources()?.get(PDFName.of('XObject'))).toBeDefined()
  })

  const HARMFUL: Record<string, (made: PDFDocument) => unknown> = {
    'a script': (made) => made.addJavaScript('x', 'app.alert(1)'),
    'an act on opening': ({ catalog, context }) =>
      catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') })),
    'another file inside': (made) => made.attach(JPEG, 'x.exe', { mimeType: 'application/x-msdownload' }),
  }
  it.each(Object.keys(HARMFUL))('refuses a PDF with %s', async (what) => {
    const bytes = await pdfOf((made) => HARMFUL[what]?.(made))
    expect((await hand(tenant, await draft(tenant), bytes, pdf)).error.code).toBe('material.harmful')
  })

  it.each([
    ['a page of the web called a picture', new TextEncoder().encode('<html><script>alert(1)</script></html>'), {}],
    ['half a picture', PAPER.subarray(0, 900), {}],
    ['a picture called a PDF', PAPER, pdf],
    ['a PDF that is broken off', new TextEncoder().encode('%PDF-1.7\n1 0 obj <<'), pdf],
  ] as const)('refuses %s', async (_what, bytes, kind) => {
    expect((await hand(tenant, await draft(tenant), bytes, kind)).error.code).toBe('material.unreadable')
  })

  it('are seen by who handed them in and by the desk; not by the other party, and not changed once handed in', async () => {
    const filing = (await hand(tenant, await draft(tenant), PAPER, { code: 'identity' })).value
    const details = {
      titleKind: 'real_estate' as const,
      titleNo: '沪(2020)浦字不动产权第012345号',
      ownerNames: ['陈敏'],
      buildingAreaSquareMetres: 62.5,
      layout: { bedrooms: 2, livingRooms: 1, bathrooms: 1, kitchens: 1 },
      mortgaged: false,
      lessorKind: 'owner' as const,
    }
    const occupants = [
      {
        name: tenant.name,
        identityKind: 'citizen' as const,
        identityNumber: tenant.identityNumber,
        relation: 'self' as const,
        supportRelation: false,
      },
    ]
    const on = ({ version }: FilingView) => ({ commandId: commandId(), filingId: idOf(filing), version })
    const full = (await tenant.call(caseRoutes.fillFiling, { ...on(filing), details, occupants })).value
    const declarations = { truthful: true, notPartitioned: true, withinLimits: true, safetyChecked: true } as const
    const sent = (await tenant.call(caseRoutes.sendFiling, { ...on(full), declarations })).value
    const urls = async (who: Citizen) =>
      (await points(who, sent)).flatMap(({ files }) => files.map(({ url }) => typeof url))
    expect(await Promise.all([tenant, clerk, holder].map(urls))).toEqual([['string'], ['string'], ['undefined']])
    expect(
      (
        await tenant.call(materialRoutes.startMaterial, {
          filingId: idOf(sent),
          code: 'title',
          byteCount: 9,
          mediaType: 'image/jpeg',
        })
      ).error.code,
    ).toBe('filing.not_now')
    expect(
      (await clerk.call(filingRoutes.readFiling, { filingId: idOf(sent) })).value.parties[0]?.identityMasked,
    ).toMatch(/\*{8}/)

    const next = await draft(tenant)
    const reuse = { commandId: commandId(), filingId: idOf(next), version: next.version, fromId: idOf(sent) }
    const reused = (await tenant.call(materialRoutes.reuseMaterials, { ...reuse, agreed: true })).value
    expect(reused.materials).toMatchObject([{ code: 'identity', from: sent.id }])
    const { sha256 } = reused.materials[0]!
    const away = {
      commandId: commandId(),
      filingId: idOf(next),
      version: reused.version,
      code: 'identity' as const,
      sha256,
    }
    expect((await tenant.call(materialRoutes.removeMaterial, away)).value.materials).toEqual([])
    expect((await bytesAt((await points(clerk, sent))[0]?.files[0]?.url)).length).toBeGreaterThan(1_000)
  })
})
