import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { Day } from '../day'
import { DwellingId, LeaseId, ListingId } from '../id'
import { HOME_KEEPERS } from '../person/role'
import { Dwelling, DwellingFacts, Unit } from './dwelling'

/** One line of the board: what a unit of a home is doing now. */
export const UnitState = z.object({
  unit: Unit,
  state: z.enum(['let', 'listed', 'vacant', 'not_lettable']),
  leaseId: LeaseId.optional(),
  listingId: ListingId.optional(),
  until: Day.optional().meta({ description: 'last day of the running lease' }),
})

export const dwellingRoutes = declare({
  registerDwelling: {
    method: 'POST',
    path: '/dwellings',
    summary: '登记房屋',
    access: HOME_KEEPERS,
    writes: 'dwellingId',
    input: z.object({ ...making, dwellingId: DwellingId, ...DwellingFacts.shape }),
    output: Dwelling,
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
    output: Dwelling,
    refusals: [
      'dwelling.not_found',
      'dwelling.unit_in_use',
      'dwelling.region_mismatch',
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
    output: Dwelling,
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
  listDwellings: {
    method: 'GET',
    path: '/me/dwellings',
    summary: '我的房屋',
    access: HOME_KEEPERS,
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
