import { type Complaint, isUrgent, limits, saying, viewComplaint } from '@anju/shared/complaint/complaint'
import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import type { Input } from '@anju/shared/contract/route'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import { partiesOf } from '@anju/shared/lease/lease'
import { checkText } from '../content/check-text'
import { dwellingRecord } from '../dwelling/dwelling.store'
import type { Actor, UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { listingRecord } from '../listing/listing.store'
import { fullName, regionExists } from '../region/region.data'
import { find, read, save } from '../store/record'
import type { Store } from '../store/store'
import { complaintRecord } from './complaint.store'

type FileComplaint = typeof complaintRoutes.fileComplaint
type About = Pick<Complaint, 'townCode' | 'committeeCode' | 'placeText' | 'leaseId' | 'listingId' | 'respondentId'>

async function committeeOf(store: Store, dwellingId: string): Promise<Pick<About, 'committeeCode'>> {
  const committeeCode = (await find(store, dwellingRecord, dwellingId))?.address.committeeCode
  return committeeCode ? { committeeCode } : {}
}

/** What it is about, and where: a lease of the caller's, an advert, or a place. */
async function aboutOf(store: Store, input: Input<FileComplaint>, actor: Actor): Promise<About> {
  const { leaseId, listingId, townCode, placeText } = input
  if (leaseId) {
    const lease = await read(store, leaseRecord, leaseId)
    const parties = partiesOf(lease)
    if (!parties.includes(actor.userId)) throw new DomainError('lease.not_found')
    const respondentId = parties.find((party) => party !== actor.userId)
    return {
      townCode: regionOf(lease.dwellingId),
      ...(await committeeOf(store, lease.dwellingId)),
      placeText: lease.addressText,
      leaseId,
      ...(respondentId && { respondentId }),
    }
  }
  if (listingId) {
    const { holderId, dwellingId, ...listing } = await read(store, listingRecord, listingId)
    return {
      townCode: listing.townCode ?? listing.districtCode,
      ...(dwellingId && (await committeeOf(store, dwellingId))),
      placeText: `${listing.regionName} ${listing.communityName} · ${listing.title}`,
      listingId,
      ...(holderId && holderId !== actor.userId && { respondentId: holderId }),
    }
  }
  if (!townCode || !placeText)
    throw new DomainError('request.invalid', { fields: [{ path: 'placeText', message: '请选择街镇并填写地点' }] })
  if (!regionExists(townCode)) throw new DomainError('region.not_found')
  return { townCode, placeText: `${fullName(townCode)} ${placeText}` }
}

/** 投诉: what is urgent goes straight to the town (SH-CON-13), and no check of its words holds it up. */
export const fileComplaint: UseCase<FileComplaint> = async (input, context) => {
  const { complaintId, kind, text, danger } = input
  const { actor, now, store, cause } = context
  const about = await aboutOf(store, input, actor)
  if (regionOf(complaintId) !== about.townCode) throw new DomainError('complaint.region_mismatch')
  const urgent = isUrgent(kind, danger)
  const checked = await checkText(context, {
    aboutId: complaintId,
    part: 'text',
    scene: 'comment',
    text,
    ...(!input.leaseId && !input.listingId && { beside: about.placeText }),
    ...(urgent && { mustPass: true }),
  })
  const complaint: Complaint = {
    id: complaintId,
    version: 1,
    createdAt: now,
    revisedAt: now,
    kind,
    urgent,
    ...about,
    reporterId: actor.userId,
    reporterName: actor.person.realName ?? '未实名',
    status: 'filed',
    round: 1,
    ...limits(urgent, now),
    ...saying({ said: {} }, 'text', text, checked.state, now),
  }
  await store.commit([...save(complaintRecord, undefined, complaint, cause('complaint.filed')), ...checked.changes])
  return viewComplaint(complaint, 'reporter')
}
