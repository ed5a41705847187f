import * as z from 'zod'
import { Day } from '../day'
import { AreaSquareMetres, type Dwelling } from '../dwelling/dwelling'
import { parcelNo } from '../dwelling/title-no'
import type { FieldError } from '../errors'
import type { HeadLease } from '../head-lease/head-lease'

/** 产权证明类别 (rule sheet 3.2). */
export const TitleKind = z.enum(['real_estate', 'house_ownership', 'purchase_contract', 'head_lease', 'other'])
export const TITLE_KIND_NAMES: Record<z.infer<typeof TitleKind>, string> = {
  real_estate: '不动产权证书',
  house_ownership: '房屋所有权证',
  purchase_contract: '买卖合同',
  head_lease: '租赁合同（转租）',
  other: '其他证明',
}

/** 出租方身份 (rule sheet 3.2): it decides which materials are asked for. */
export const FilingLessorKind = z.enum(['owner', 'co_owner', 'agent', 'individual_sublandlord', 'enterprise'])
export type FilingLessorKind = z.infer<typeof FilingLessorKind>
export const FILING_LESSOR_KIND_NAMES: Record<FilingLessorKind, string> = {
  owner: '产权人',
  co_owner: '共有产权人之一',
  agent: '产权人的代理人',
  individual_sublandlord: '个人转租',
  enterprise: '住房租赁企业',
}

const Name = z.string().trim().min(2).max(50)
const count = z.int().min(0).max(20)

/** What a filing says beyond the lease and the home (rule sheet 3.2). Nothing is required while it is a draft. */
export const FilingDetails = z
  .object({
    titleKind: TitleKind,
    titleNo: z.string().trim().min(1).max(60).meta({ description: '产权证号' }),
    unitNo: z
      .string()
      .max(60)
      .overwrite((text) => parcelNo(text) ?? text.trim())
      .refine((text) => parcelNo(text) !== undefined, '不动产单元号为 28 位，请对照证书核对；不清楚可以不填')
      .meta({ description: '不动产单元号, 28 characters without blanks' }),
    ownerNames: z.array(Name).min(1).max(10).meta({ description: '权利人' }),
    buildingAreaSquareMetres: AreaSquareMetres,
    layout: z.object({ bedrooms: count, livingRooms: count, bathrooms: count, kitchens: count }),
    mortgaged: z.boolean().meta({ description: '是否设有抵押' }),
    landType: z.enum(['state', 'collective']),
    facilities: z.array(z.string().trim().min(1).max(30)).max(40),
    lessorKind: FilingLessorKind,
    coOwnersConsent: z.boolean().meta({ description: '共有人均已同意' }),
    headLease: z.object({
      ownerName: Name,
      number: z.string().trim().max(60).optional(),
      filed: z.boolean(),
      startOn: Day,
      endOn: Day,
      subletAllowed: z.boolean(),
    }),
    householdRegion: z.string().trim().max(60).meta({ description: '承租人户籍地' }),
    emergencyContactName: Name,
    firstPaymentOn: Day,
    broker: z.object({
      company: z.string().trim().min(2).max(60),
      filingNo: z.string().trim().min(1).max(40).meta({ description: '经纪机构备案号' }),
      agentName: Name,
      cardNo: z.string().trim().min(1).max(40),
    }),
  })
  .partial()
export type FilingDetails = z.infer<typeof FilingDetails>

/** Whether the lessor lets on what somebody else owns. */
export const isSublease = ({ lessorKind }: Pick<FilingDetails, 'lessorKind'>): boolean =>
  lessorKind === 'individual_sublandlord' || lessorKind === 'enterprise'

const say = (path: keyof FilingDetails, message: string): FieldError => ({ path: `details.${path}`, message })

/** What of the required fields is still missing (rule sheet 3.2), all of it at once. */
export function missingDetails(details: FilingDetails): FieldError[] {
  const { headLease, lessorKind } = details
  return [
    ...(lessorKind ? [] : [say('lessorKind', '请选择出租方身份')]),
    ...(details.titleKind ? [] : [say('titleKind', '请选择产权证明类别')]),
    ...(details.titleNo ? [] : [say('titleNo', '请填写产权证号')]),
    ...(details.ownerNames?.length ? [] : [say('ownerNames', '请填写权利人姓名')]),
    ...(details.buildingAreaSquareMetres ? [] : [say('buildingAreaSquareMetres', '请填写产证上的建筑面积')]),
    ...(details.layout ? [] : [say('layout', '请填写户型')]),
    ...(details.mortgaged === undefined ? [say('mortgaged', '请选择房屋是否抵押')] : []),
    ...(lessorKind === 'co_owner' && !details.coOwnersConsent ? [say('coOwnersConsent', '请确认共有人均已同意')] : []),
    ...(isSublease(details) && !headLease ? [say('headLease', '转租请填写与业主的租赁合同')] : []),
  ]
}

/** What the home and the owner's lease already tell, so that nobody types it again. */
export function prefilled(dwelling: Dwelling, headLease: HeadLease | undefined): FilingDetails {
  const of = (use: Dwelling['rooms'][number]['originalUse']) =>
    dwelling.rooms.filter((room) => room.originalUse === use).length
  const { titleNo, buildingAreaSquareMetres } = dwelling
  return {
    titleKind: headLease ? 'head_lease' : 'real_estate',
    ...(titleNo && { titleNo }),
    ...(buildingAreaSquareMetres && { buildingAreaSquareMetres }),
    layout: {
      bedrooms: dwelling.certificateBedrooms,
      livingRooms: of('living_room'),
      bathrooms: of('bathroom'),
      kitchens: of('kitchen'),
    },
    ...(headLease && {
      lessorKind: 'individual_sublandlord' as const,
      ownerNames: [headLease.ownerName],
      headLease: {
        ownerName: headLease.ownerName,
        filed: false,
        startOn: headLease.startOn,
        endOn: headLease.endedOn ?? headLease.endOn,
        subletAllowed: headLease.subletAllowed,
      },
    }),
  }
}
