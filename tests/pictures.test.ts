import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, letHome } from './let-home'
import { EXIF, JPEG, pngOf, textBytes, WEBP, withSegment } from './picture-bytes'
import { type Citizen, commandId, newId, openTown, TANG, type Town, ZHANGJIANG } from './town'
import { addPicture, post } from './upload'

describe('pictures', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let stranger: Citizen
  let home: Awaited<ReturnType<typeof letHome>>
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    stranger = await town.join({ hats: [{ role: 'sublandlord' }] })
    home = await letHome(town, holder, tenant)
  })
  afterAll(() => town.close())

  const start = async (bytes: Uint8Array, mediaType: 'image/jpeg' | 'image/png' = 'image/jpeg', who = holder) => {
    const pictureId = newId('pic', ZHANGJIANG)
    const asked = { pictureId, aboutId: home.dwellingId, mediaType, byteCount: bytes.length }
    return { pictureId, form: (await who.call(pictureRoutes.startUpload, asked)).value }
  }
  const finish = (pictureId: Awaited<ReturnType<typeof start>>['pictureId'], more = {}, who = holder) =>
    who.call(pictureRoutes.finishUpload, {
      commandId: commandId(),
      pictureId,
      aboutId: home.dwellingId,
      mediaType: 'image/jpeg',
      purpose: 'home',
      ...more,
    })

  it.each([
    ['image/jpeg', JPEG],
    ['image/png', pngOf(24, 16)],
    ['image/webp', WEBP],
  ] as const)('%s: uploaded by a form, checked, shown by a short-lived address', async (mediaType, bytes) => {
    const picture = await addPicture(holder, home.dwellingId, 'home', { bytes, mediaType, roomNo: 'A' })
    expect(picture).toMatchObject({ widthPixels: 24, heightPixels: 16, byteCount: bytes.length, roomNo: 'A' })
    const { url } = (await holder.call(pictureRoutes.readPicture, { pictureId: picture.id })).value
    const answer = await fetch(url)
    expect(answer.headers.get('content-type')).toBe(mediaType)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    const listed = (await holder.call(pictureRoutes.listPictures, { aboutId: home.dwellingId })).value.items
    expect(listed.map(({ id }) => id)).toContain(picture.id)
  })

  it('keeps neither the place where it was taken nor what arrived', async () => {
    const picture = await addPicture(holder, home.dwellingId, 'home', {
      bytes: withSegment(0xe1, EXIF),
      mediaType: 'image/jpeg',
    })
    const kept = town.s3.read(`pictures/${picture.id}/${picture.sha256}`)?.toString('latin1') ?? ''
    expect(kept.length).toBe(picture.byteCount)
    expect(kept).not.toContain('GPS')
    expect(town.s3.keys().filter((key) => key.startsWith('arriving/'))).toEqual([])
  })

  it('answers a repeated command with the same picture, and makes none twice', async () => {
    const { pictureId, form } = await start(JPEG)
    await post(form, JPEG)
    const command = { commandId: commandId() }
    const first = (await finish(pictureId, command)).value
    expect((await finish(pictureId, command)).value.sha256).toBe(first.sha256)
    await post(form, JPEG)
    expect((await finish(pictureId)).error.code).toBe('request.changed')
  })

  describe('a form that does not hold', () => {
    it.each([
      ['another signature', { 'x-amz-signature': 'f'.repeat(64) }, 'SignatureDoesNotMatch'],
      ['another key', { key: 'pictures/over/write' }, 'AccessDenied'],
      ['another type', { 'Content-Type': 'text/html' }, 'AccessDenied'],
      ['another field', { acl: 'public-read' }, 'AccessDenied'],
      ['a policy of its own', { policy: btoa('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}') }, 'Signature'],
    ])('%s', async (_what, more, code) => {
      const { form } = await start(JPEG)
      const answer = await post(form, JPEG, more)
      expect([answer.status, answer.text]).toEqual([403, expect.stringContaining(code)])
    })
    it('more bytes than were said, and a claim of 50 MB', async () => {
      const { form } = await start(JPEG)
      expect((await post(form, new Uint8Array(JPEG.length + 1))).text).toContain('EntityTooLarge')
      const asked = { pictureId: newId('pic', ZHANGJIANG), aboutId: home.dwellingId, mediaType: 'image/png' as const }
      const answer = await holder.call(pictureRoutes.startUpload, { ...asked, byteCount: 50 * 1024 * 1024 })
      expect(answer.error.fields).toEqual([{ path: 'byteCount', message: '照片不能超过 10 MB' }])
    })
    it('a form, an address of a picture, after their time', async () => {
      const { form } = await start(JPEG)
      const { url } = await addPicture(holder, home.dwellingId, 'home')
      town.s3.setNow(Date.now() + 16 * 60_000)
      expect((await post(form, JPEG)).text).toContain('AccessDenied')
      expect((await fetch(url)).status).toBe(403)
      town.s3.setNow(undefined)
      expect((await fetch(url.replace(/Signature=..../, 'Signature=0000'))).status).toBe(403)
      expect((await fetch(url.replace(/pic_/, 'pic%5F'))).status).toBe(200)
      expect((await fetch(url.split('?')[0] as string)).status).toBe(403)
    })
  })

  it.each([
    ['a page that calls itself a picture', textBytes('<!doctype html><script>alert(1)</script>')],
    ['a picture cut short', JPEG.subarray(0, 200)],
    ['a PNG that calls itself a JPEG', pngOf(24, 16)],
  ])('refuses %s, and keeps nothing of it', async (_what, bytes) => {
    const { pictureId, form } = await start(bytes)
    expect((await post(form, bytes)).status).toBe(201)
    expect((await finish(pictureId)).error.code).toBe('picture.unreadable')
    expect((await holder.call(pictureRoutes.readPicture, { pictureId })).error.code).toBe('picture.not_found')
    expect(town.s3.keys().filter((key) => key.startsWith(`pictures/${pictureId}`))).toEqual([])
  })

  it('refuses what never arrived, or arrived by another hand, for another thing or as another type', async () => {
    expect((await finish(newId('pic', ZHANGJIANG))).error.code).toBe('picture.not_arrived')
    const { pictureId, form } = await start(JPEG)
    await post(form, JPEG)
    expect((await finish(pictureId, { mediaType: 'image/png' })).error.code).toBe('picture.not_arrived')
    const other = { aboutId: home.leaseId, purpose: 'handover' }
    expect((await finish(pictureId, other)).error.code).toBe('picture.not_arrived')
    expect((await finish(pictureId, other, tenant)).error.code).toBe('picture.not_arrived')
    expect((await finish(newId('pic', TANG))).error.code).toBe('dwelling.region_mismatch')
    expect((await finish(pictureId, { roomNo: 'Z' })).error.code).toBe('dwelling.no_such_unit')
    expect((await finish(pictureId, { purpose: 'handover' })).error.code).toBe('picture.purpose')
  })

  it('shows a home to its holder and their staff, a handover to both parties, and neither to anybody else', async () => {
    const ofHome = await addPicture(holder, home.dwellingId, 'home')
    const ofLease = await addPicture(tenant, home.leaseId, 'handover')
    const keeper = await town.join({ only: [{ role: 'keeper', holderId: holder.id }] })
    const clerk = await town.join({ only: [{ role: 'clerk', region: ZHANGJIANG }] })
    const seen = async (who: Citizen, pictureId: typeof ofHome.id) =>
      (await who.call(pictureRoutes.readPicture, { pictureId })).status
    for (const [who, expected] of [
      [holder, [200, 200]],
      [keeper, [200, 200]],
      [tenant, [404, 200]],
      [stranger, [404, 404]],
      [clerk, [404, 404]],
    ] as const)
      expect([await seen(who, ofHome.id), await seen(who, ofLease.id)]).toEqual(expected)
    const asked = { pictureId: newId('pic', ZHANGJIANG), mediaType: 'image/png' as const, byteCount: 10 }
    const foreign = await stranger.call(pictureRoutes.startUpload, { ...asked, aboutId: home.dwellingId })
    expect(foreign.error.code).toBe('dwelling.not_found')
  })

  it('removes a picture of a home, not one of a handover, and no voucher', async () => {
    const picture = await addPicture(holder, home.dwellingId, 'home')
    const evidence = await addPicture(holder, home.leaseId, 'handover')
    const voucher = await addPicture(holder, home.leaseId, 'voucher')
    const remove = (pictureId: typeof picture.id) =>
      holder.call(pictureRoutes.removePicture, { commandId: commandId(), pictureId, version: 1 })
    for (const { id } of [evidence, voucher]) expect((await remove(id)).error.code).toBe('picture.evidence')
    expect((await remove(picture.id)).value).toEqual({ id: picture.id })
    expect((await remove(picture.id)).error.code).toBe('picture.not_found')
    expect((await fetch(picture.url)).status).toBe(404)
    const { items } = (await holder.call(pictureRoutes.listPictures, { aboutId: home.dwellingId })).value
    expect(items.map(({ id }) => id)).not.toContain(picture.id)
  })

  it('says that the storage does not answer, and goes on when it does', async () => {
    const { pictureId, form } = await start(JPEG)
    await post(form, JPEG)
    town.s3.broken = true
    const answer = await finish(pictureId)
    expect([answer.status, answer.error.code]).toEqual([503, 'files.unavailable'])
    town.s3.broken = false
    expect((await finish(pictureId)).status).toBe(200)
  })

  it('leaves a home without pictures empty, page by page', async () => {
    const bare = await advertisedHome(holder)
    expect((await holder.call(pictureRoutes.listPictures, { aboutId: bare.dwellingId })).value.items).toEqual([])
    for (let count = 0; count < 3; count++) await addPicture(holder, bare.dwellingId, 'home')
    const first = (await holder.call(pictureRoutes.listPictures, { aboutId: bare.dwellingId, limit: 2 })).value
    const second = await holder.call(pictureRoutes.listPictures, { aboutId: bare.dwellingId, cursor: first.next })
    expect([first.items.length, second.value.items.length]).toEqual([2, 1])
    expect((await holder.call(dwellingRoutes.readBoard, { dwellingId: bare.dwellingId })).status).toBe(200)
  })
})
