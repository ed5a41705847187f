import { routes } from '@anju/shared/contract/routes'
import type { DwellingId } from '@anju/shared/id'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { advertisedHome, meteredHome } from '../let-home'
import { pngOf } from '../picture-bytes'
import { commandId, newId, ZHANGJIANG } from '../town'
import { addPicture, post } from '../upload'
import type { Setting } from './scenes'
import type { Stage } from './stage'

const roomB = { kind: 'room' as const, roomNo: 'B' }
const device = { serialNo: '88002', digits: 5, decimals: 1 }
const fitting = (dwellingId: DwellingId) => ({
  dwellingId,
  worksId: newId('wrk'),
  unit: roomB,
  from: '2026-12-01',
  to: '2026-12-20',
  what: '粉刷',
})

async function metered({ holder }: Stage) {
  const { dwellingId } = await advertisedHome(holder)
  return { dwellingId, meterId: await meteredHome(holder, dwellingId) }
}

async function reading(stage: Stage) {
  const { meterId } = await metered(stage)
  const facts = { meterId, readingId: newId('rdg'), on: '2026-11-01', totalMilli: 90_000 }
  const { version } = (await stage.holder.call(meterRoutes.recordReading, { commandId: commandId(), ...facts })).value
  return { meterId, readingId: facts.readingId, version }
}

/** The scenes of homes beside their leases: works, pictures, meters. */
export const HOME_SCENES: Record<string, Setting> = {
  startWorks: async ({ holder }) => {
    const { dwellingId } = await advertisedHome(holder)
    return { who: holder, input: fitting(dwellingId), otherwise: { what: '换地板' } }
  },
  endWorks: async ({ holder }) => {
    const works = fitting((await advertisedHome(holder)).dwellingId)
    void (await holder.call(routes.startWorks, { commandId: commandId(), ...works })).value
    const { dwellingId, worksId } = works
    return { who: holder, input: { dwellingId, worksId, lastOn: '2026-12-10' }, otherwise: { lastOn: '2026-12-11' } }
  },
  finishUpload: async ({ holder }) => {
    const { dwellingId: aboutId } = await advertisedHome(holder)
    const bytes = pngOf(24, 16)
    const asked = { pictureId: newId('pic', ZHANGJIANG), aboutId, mediaType: 'image/png' as const }
    await post((await holder.call(pictureRoutes.startUpload, { ...asked, byteCount: bytes.length })).value, bytes)
    return { who: holder, input: { ...asked, purpose: 'home' }, otherwise: { caption: '另一说明' } }
  },
  removePicture: async ({ holder }) => {
    const { id, version } = await addPicture(holder, (await advertisedHome(holder)).dwellingId, 'home')
    return { who: holder, input: { pictureId: id, version }, otherwise: { version: 99 } }
  },
  registerMeter: async ({ holder }) => {
    const { dwellingId } = await advertisedHome(holder)
    const facts = { kind: 'gas', place: { kind: 'whole' }, device, first: { totalMilli: 0 }, installedOn: '2026-01-01' }
    const input = { ...facts, dwellingId, meterId: newId('mtr', ZHANGJIANG) }
    return { who: holder, input, otherwise: { installedOn: '2026-01-02' } }
  },
  moveMeter: async (stage) => {
    const { meterId } = await metered(stage)
    return { who: stage.holder, input: { meterId, version: 1, walkNo: 3 }, otherwise: { walkNo: 4 } }
  },
  replaceMeter: async (stage) => {
    const { meterId } = await metered(stage)
    const swap = { on: '2026-11-01', final: { totalMilli: 90_000 }, device, first: { totalMilli: 0 } }
    return { who: stage.holder, input: { meterId, version: 1, ...swap }, otherwise: { reason: '旧表损坏' } }
  },
  recordReading: async (stage) => {
    const { meterId } = await metered(stage)
    const input = { meterId, readingId: newId('rdg'), on: '2026-11-01', totalMilli: 90_000 }
    return { who: stage.holder, input, otherwise: { totalMilli: 91_000 } }
  },
  reverseReading: async (stage) => {
    const input = { ...(await reading(stage)), reason: '抄错了' }
    return { who: stage.holder, input, otherwise: { reason: '看错了表' } }
  },
}
