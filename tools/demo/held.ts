import { addDays, addMonths, type Day } from '@anju/shared/day'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { PicturePurpose } from '@anju/shared/picture/picture'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { ZHANGJIANG } from './cast'
import { BOOK_MONTHS, payOwner } from './costs'
import { drawnRoom } from './drawn-room'
import type { Home } from './scenes'
import { at, type Stage } from './stage'

/** Adds one picture the way a person does: form, upload, check. */
async function addPicture(
  stage: Stage,
  { holder, dwelling }: Home,
  drawn: number,
  now: string,
  { purpose = 'home', roomNo }: { purpose?: PicturePurpose; roomNo?: string } = {},
) {
  const bytes = drawnRoom(drawn)
  const pictureId = stage.newId('pic', now, ZHANGJIANG)
  const about = { pictureId, aboutId: dwelling.id, mediaType: 'image/png' as const }
  const form = await stage.act(holder, pictureRoutes, 'startUpload', { ...about, byteCount: bytes.length }, now)
  const body = new FormData()
  for (const [name, value] of Object.entries<string>(form.fields)) body.append(name, value)
  body.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'room.png')
  const answer = await fetch(form.url, { method: 'POST', body })
  if (!answer.ok) throw new Error(`the bucket answered ${answer.status}`)
  await stage.act(holder, pictureRoutes, 'finishUpload', { ...about, purpose, ...(roomNo && { roomNo }) }, now)
  return pictureId
}

/** 主租约, an owner who is here, one question to them, works in an empty room, and pictures of rooms. */
export async function playHeldHomes(stage: Stage, homes: Home[], today: Day): Promise<void> {
  const now = at(addDays(today, -6), 15)
  const [first, second, third] = homes as [Home, Home, Home]
  for (const [index, home] of [first, second, third].entries())
    for (const [number, { roomNo, originalUse }] of home.dwelling.rooms.entries())
      if (originalUse === 'bedroom') await addPicture(stage, home, index * 3 + number, now, { roomNo })

  const startOn = addMonths(`${today.slice(0, 7)}-01`, -BOOK_MONTHS)
  const terms = {
    payCycle: { depositMonths: 1, rentMonths: 3 as const },
    subletAllowed: true,
    startOn,
    bookFrom: addDays(startOn, -10),
  }
  const consentPictureId = await addPicture(stage, first, 11, now, { purpose: 'consent' })
  const headLeaseId = stage.newId('hle', now, ZHANGJIANG)
  await stage.act(
    first.holder,
    headLeaseRoutes,
    'recordHeadLease',
    {
      ...terms,
      headLeaseId,
      dwellingIds: [first.dwelling.id],
      endOn: addDays(addMonths(startOn, 60), -1),
      rentFen: 480_000,
      freePeriods: [{ from: startOn, to: addDays(startOn, 29) }],
      rises: [24, 36, 48].map((months, index) => ({
        from: addMonths(startOn, months),
        rentFen: Math.round(480_000 * 1.04 ** (index + 1)),
      })),
      depositFen: 480_000,
      agencyFeeFen: 240_000,
      consentPictureId,
      ownerName: '宁明达',
      ownerPhone: '13900000098',
      ownerBank: '示例银行张江支行',
      ownerAccount: '6200000000001234',
    },
    now,
  )
  await payOwner(stage, first.holder, headLeaseId, today)
  const monthlyId = stage.newId('hle', now, ZHANGJIANG)
  await stage.act(
    second.holder,
    headLeaseRoutes,
    'recordHeadLease',
    {
      ...terms,
      headLeaseId: monthlyId,
      dwellingIds: [second.dwelling.id],
      endOn: addDays(addMonths(startOn, 36), -1),
      rentFen: 900_000,
      payCycle: { depositMonths: 1, rentMonths: 1 },
      ownerName: '许文',
    },
    now,
  )
  await payOwner(stage, second.holder, monthlyId, today, { behind: true })
  const { code } = await stage.act(first.holder, headLeaseRoutes, 'inviteOwner', { headLeaseId }, now)
  await stage.act('mingda', headLeaseRoutes, 'bindOwner', { code }, now)
  const question = {
    headLeaseId,
    approvalId: stage.newId('apv', now),
    dwellingId: first.dwelling.id,
    matter: 'works' as const,
    unit: { kind: 'whole' as const },
    until: addMonths(today, 2),
    reason: '更换厨房水槽和龙头',
  }
  await stage.act(first.holder, headLeaseRoutes, 'askOwner', question, now)
  const works = {
    dwellingId: second.dwelling.id,
    worksId: stage.newId('wrk', now),
    unit: { kind: 'room' as const, roomNo: 'C' },
    from: addDays(today, -3),
    to: addDays(today, 8),
    what: '粉刷墙面、换灯',
  }
  await stage.act(second.holder, dwellingRoutes, 'startWorks', works, now)
}
