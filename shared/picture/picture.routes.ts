import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { Instant } from '../day'
import { PictureId } from '../id'
import { HOLDING, HOME_KEEPERS } from '../person/role'
import { AboutId, MAX_PICTURE_BYTES, MediaType, Picture, PicturePurpose, ShownPicture } from './picture'

/** Both parties of a lease, and whoever works for the holder of a home. */
const PHOTOGRAPHERS = ['tenant', ...HOLDING] as const
/** Who deals with a complaint sees its pictures. */
const DESK = ['clerk', 'town_officer', 'district_officer'] as const

export const pictureRoutes = declare({
  startUpload: {
    method: 'POST',
    path: '/pictures/uploads',
    summary: '开始上传照片',
    access: PHOTOGRAPHERS,
    subject: 'aboutId',
    input: z.object({
      pictureId: PictureId,
      aboutId: AboutId,
      mediaType: MediaType,
      byteCount: z.int().min(1, '照片是空的').max(MAX_PICTURE_BYTES, '照片不能超过 10 MB'),
    }),
    output: z.object({
      url: z.string().meta({ description: 'where the form is posted' }),
      fields: z.record(z.string(), z.string()).meta({ description: 'fields of the form, before the last one, `file`' }),
      until: Instant,
    }),
    refusals: ['dwelling.not_found', 'dwelling.region_mismatch', 'complaint.not_your_turn', 'files.unavailable'],
  },
  finishUpload: {
    method: 'POST',
    path: '/pictures',
    summary: '上传完成，核对照片',
    access: PHOTOGRAPHERS,
    subject: 'aboutId',
    writes: 'pictureId',
    input: z.object({
      ...making,
      pictureId: PictureId,
      aboutId: AboutId,
      mediaType: MediaType,
      purpose: PicturePurpose,
      roomNo: Picture.shape.roomNo,
      caption: Picture.shape.caption,
    }),
    output: ShownPicture,
    refusals: [
      'dwelling.not_found',
      'dwelling.region_mismatch',
      'dwelling.no_such_unit',
      'picture.purpose',
      'picture.not_arrived',
      'picture.unreadable',
      'complaint.not_your_turn',
      'content.refused',
      'session.expired',
      'request.changed',
      'files.unavailable',
    ],
  },
  readPicture: {
    method: 'GET',
    path: '/pictures/{pictureId}',
    summary: '查看照片',
    access: [...PHOTOGRAPHERS, 'owner', ...DESK],
    subject: 'pictureId',
    input: z.object({ pictureId: PictureId }),
    output: ShownPicture,
    refusals: ['picture.not_found'],
  },
  listPictures: {
    method: 'GET',
    path: '/pictures',
    summary: '房屋或租约的照片',
    access: PHOTOGRAPHERS,
    subject: 'aboutId',
    input: z.object({ ...paging, aboutId: AboutId, purpose: PicturePurpose.default('home') }),
    output: page(ShownPicture),
    refusals: ['dwelling.not_found', 'complaint.not_your_turn', 'request.cursor'],
  },
  removePicture: {
    method: 'POST',
    path: '/pictures/{pictureId}/remove',
    summary: '删除照片',
    access: HOME_KEEPERS,
    subject: 'pictureId',
    writes: 'pictureId',
    input: z.object({ ...changing, pictureId: PictureId }),
    output: z.object({ id: PictureId }),
    refusals: ['picture.not_found', 'picture.evidence', 'request.changed'],
  },
})
