import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { ContentState } from '../content/content'
import { type Instant, Instant as InstantSchema } from '../day'
import { DomainError } from '../errors'
import { ComplaintId, DwellingId, kindOf, LeaseId, PictureId, RepairId, UserId } from '../id'
import { ascii, type Cleaned } from './bytes'
import { cleanJpeg } from './jpeg'
import { cleanPng } from './png'
import { cleanWebp } from './webp'

export const MediaType = z.enum(['image/jpeg', 'image/png', 'image/webp'])
export type MediaType = z.infer<typeof MediaType>

/** The limit of WeChat's own picture check as well (WX-05). */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024
const MAX_SIDE_PIXELS = 12_000
const MAX_PIXELS = 80_000_000

/**
 * What a picture is for. Of a home: its looks, a receipt for the book, the owner's agreement, a dial that was read, what is
 * broken, a safety check; of a lease, so that both parties see it: its handover, what shows that money was paid, what is
 * broken; of a repair: how it went on.
 */
export const PicturePurpose = z.enum([
  'home',
  'voucher',
  'consent',
  'meter',
  'check',
  'handover',
  'repair',
  'complaint',
])
export type PicturePurpose = z.infer<typeof PicturePurpose>
const PURPOSES_OF: Record<'dwl' | 'lea' | 'rep' | 'cmp', readonly PicturePurpose[]> = {
  dwl: ['home', 'voucher', 'consent', 'meter', 'check', 'repair'],
  lea: ['handover', 'voucher', 'repair'],
  rep: ['repair'],
  cmp: ['complaint'],
}

/** What a picture is of: a home, a lease, a repair or a complaint. */
export const AboutId = z
  .union([DwellingId, LeaseId, RepairId, ComplaintId])
  .meta({ description: 'the home, lease, repair or complaint that the picture belongs to' })
export type AboutId = z.infer<typeof AboutId>

/** 照片 as it lies in the bucket: checked, and freed of the place and the device that took it. */
export const Picture = z.object({
  id: PictureId,
  aboutId: AboutId,
  purpose: PicturePurpose,
  roomNo: z.string().max(10).optional().meta({ description: 'the room that it shows' }),
  caption: z.string().trim().max(60).default(''),
  mediaType: MediaType,
  byteCount: z.int(),
  widthPixels: z.int(),
  heightPixels: z.int(),
  sha256: z.string().meta({ description: 'of the bytes that are kept' }),
  addedBy: UserId,
  state: ContentState.default('shown').meta({ description: 'of its check; others see only what is shown (WX-05)' }),
  removedAt: InstantSchema.optional(),
  ...aggregate,
})
export type Picture = z.infer<typeof Picture> & Aggregate

/** A picture with an address that shows it for a few minutes. */
export const ShownPicture = Picture.omit({ removedAt: true }).extend({
  url: z.string().meta({ description: 'shows the picture without a session' }),
  urlUntil: InstantSchema,
})
export type ShownPicture = z.infer<typeof ShownPicture>

/** @throws picture.purpose where a picture of this kind of thing cannot be for that */
export function expectPurpose(aboutId: string, purpose: PicturePurpose): void {
  if (!PURPOSES_OF[kindOf(aboutId) as keyof typeof PURPOSES_OF].includes(purpose))
    throw new DomainError('picture.purpose')
}

const CLEANERS: Record<MediaType, (bytes: Uint8Array) => Cleaned | undefined> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
}
/** What a browser could take for a page or a program, if somebody made it guess. */
const SCRIPT = /<script|<\?php|<!doctype|javascript:/i

function holdsScript(bytes: Uint8Array): boolean {
  const [slice, overlap] = [8_192, 16]
  for (let from = 0; from < bytes.length; from += slice)
    if (SCRIPT.test(ascii(bytes, from, slice + overlap))) return true
  return false
}

/**
 * What really arrived: a whole picture of the kind that was said, of a size that can be shown, holding no script; what
 * does not show (EXIF with place and device, comments, trailing bytes) is left out, its orientation stays.
 * @throws picture.unreadable
 */
export function inspect(bytes: Uint8Array, mediaType: MediaType): Cleaned {
  const cleaned = CLEANERS[mediaType](bytes)
  const fits =
    cleaned &&
    Math.min(cleaned.width, cleaned.height) >= 1 &&
    Math.max(cleaned.width, cleaned.height) <= MAX_SIDE_PIXELS &&
    cleaned.width * cleaned.height <= MAX_PIXELS &&
    !holdsScript(cleaned.bytes)
  if (!fits) throw new DomainError('picture.unreadable')
  return cleaned
}

/** Of a handover, a repair or a check, and of the book, whose vouchers are kept as long as it is. */
const EVIDENCE: readonly PicturePurpose[] = ['handover', 'repair', 'check', 'voucher']

/** What others may come to see, of a repair a worker from outside too: these are checked first (WX-05). */
const CHECKED: readonly PicturePurpose[] = ['home', 'repair', 'complaint']
export const isChecked = (purpose: PicturePurpose): boolean => CHECKED.includes(purpose)

/** 删除照片: the picture goes, the line that it was there stays. What is evidence stays too. */
export function remove(picture: Picture, now: Instant): Picture {
  if (EVIDENCE.includes(picture.purpose)) throw new DomainError('picture.evidence')
  return revise(picture, { removedAt: now }, now)
}
