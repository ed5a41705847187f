import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { Day } from '../day'
import { DwellingId, PictureId, WorksId } from '../id'
import { HOLDING, HOME_KEEPERS } from '../person/role'
import { RuleHit } from '../rule'
import { UnitState } from './board'
import { Dwelling, DwellingFacts, PropertyKind, Unit } from './dwelling'

/** A home on the board of its holder. */
export const BoardHome = z.object({
  id: DwellingId,
  building: z.string().meta({ description: 'community and door number: homes of one building follow each other' }),
  communityName: z.string(),
  addressText: z.string(),
  propertyKind: PropertyKind,
  rooms: Dwelling.shape.rooms,
  units: z.array(UnitState),
  covers: z
    .array(z.object({ roomNo: z.string().optional(), pictureId: PictureId, url: z.string() }))
    .meta({ description: 'the first picture of each room, and of the home as a whole' }),
})
export type BoardHome = z.infer<typeof BoardHome>

/** A home as it was registered, with what the law says of its rooms and beds. */
const WarnedDwelling = Dwelling.extend({ warnings: z.array(RuleHit) })

export const dwellingRoutes = declare({
  registerDwelling: {
    method: 'POST',
    path: '/dwellings',
    summary: '登记房屋',
    access: HOME_KEEPERS,
    writes: 'dwellingId',
    input: z.object({ ...making, dwellingId: DwellingId, ...DwellingFacts.shape }),
    output: WarnedDwelling,
    refusals: [
      'dwelling.exists',
      'dwelling.region_mismatch',
      'dwelling.limit',
      'region.not_found',
      'request.command_reused',
    ],
  },
  reviseDwelling: {
    method: 'PUT',
    path: '/dwellings/{dwellingId}',
    summary: '修改房屋资料',
    access: HOME_KEEPERS,
    subject: 'dwellingId',
    writes: 'dwellingId',
    input: z.object({ ...changing, dwellingId: DwellingId, ...DwellingFacts.shape }),
    output: WarnedDwelling,
    refusals: [
      'dwelling.not_found',
      'dwelling.unit_in_use',
      'dwelling.region_mismatch',
      'dwelling.blocked',
      'dwelling.exists',
      'request.changed',
    ],
  },
  readDwelling: {
    method: 'GET',
    path: '/dwellings/{dwellingId}',
    summary: '房屋详情',
    access: [...HOME_KEEPERS, 'clerk', 'town_officer', 'district_officer'],
    subject: 'dwellingId',
    input: z.object({ dwellingId: DwellingId }),
    output: WarnedDwelling,
    refusals: ['dwelling.not_found'],
  },
  readBoard: {
    method: 'GET',
    path: '/dwellings/{dwellingId}/board',
    summary: '房态',
    access: HOME_KEEPERS,
    subject: 'dwellingId',
    input: z.object({ dwellingId: DwellingId }),
    output: z.object({ dwelling: Dwelling, units: z.array(UnitState) }),
    refusals: ['dwelling.not_found'],
  },
  readWholeBoard: {
    method: 'GET',
    path: '/me/board',
    summary: '房态总览',
    access: HOME_KEEPERS,
    input: z.object({
      cursor: paging.cursor,
      limit: z.coerce.number().int().min(1).max(25).default(25),
      search: z
        .string()
        .trim()
        .min(1)
        .max(40)
        .optional()
        .meta({ description: 'words of a community, an address, a room or the name of a tenant' }),
    }),
    output: page(BoardHome),
    refusals: ['request.cursor'],
  },
  startWorks: {
    method: 'POST',
    path: '/dwellings/{dwellingId}/works',
    summary: '安排装修',
    access: HOME_KEEPERS,
    subject: 'dwellingId',
    writes: 'dwellingId',
    input: z.object({
      ...making,
      dwellingId: DwellingId,
      worksId: WorksId,
      unit: Unit,
      from: Day,
      to: Day.meta({ description: 'last day, included' }),
      what: z.string().trim().min(1, '请填写做什么').max(60),
    }),
    output: Dwelling,
    refusals: [
      'dwelling.not_found',
      'dwelling.no_such_unit',
      'works.days',
      'works.unit_let',
      'works.overlap',
      'request.changed',
    ],
  },
  endWorks: {
    method: 'POST',
    path: '/dwellings/{dwellingId}/works/{worksId}/end',
    summary: '结束装修',
    access: HOME_KEEPERS,
    subject: 'dwellingId',
    writes: 'dwellingId',
    input: z.object({
      ...making,
      dwellingId: DwellingId,
      worksId: WorksId,
      lastOn: Day.meta({ description: 'the last day of works; before the first day they are called off' }),
    }),
    output: Dwelling,
    refusals: ['dwelling.not_found', 'works.not_found', 'works.days', 'request.changed'],
  },
  listDwellings: {
    method: 'GET',
    path: '/me/dwellings',
    summary: '我的房屋',
    access: HOLDING,
    input: z.object({ ...paging }),
    output: page(
      z.object({
        id: DwellingId,
        communityName: z.string(),
        addressText: z.string(),
        roomCount: z.int(),
        letCount: z.int(),
        listedCount: z.int(),
      }),
    ),
    refusals: ['request.cursor'],
  },
})
