import { type Complaint, type ComplaintView, deskOf, type Side, viewComplaint } from '@anju/shared/complaint/complaint'
import type { Officer } from '@anju/shared/complaint/handle'
import { DomainError } from '@anju/shared/errors'
import { isStaff } from '@anju/shared/person/role'
import { covers } from '@anju/shared/region/region'
import type { Actor } from '../http/use-case'

/**
 * On which side of a complaint somebody stands. Whoever is involved never sees it as the desk does, whatever hats they
 * wear; whoever acts for a reporter does not see it at all. @throws complaint.not_found
 */
export function sideOf(complaint: Complaint, { userId, holderId, person }: Actor): Side {
  const { reporterId, respondentId, askedAt } = complaint
  if (reporterId === userId && holderId === userId) return 'reporter'
  if (respondentId !== undefined && [userId, holderId].includes(respondentId)) {
    if (askedAt && holderId === respondentId) return 'respondent'
    throw new DomainError('complaint.not_found')
  }
  const desk = deskOf(complaint)
  if (person.hats.some(({ role, region }) => isStaff(role) && region !== undefined && covers(region, desk)))
    return 'desk'
  throw new DomainError('complaint.not_found')
}

/** @throws complaint.not_your_turn where the caller stands on another side */
export function expectSide<S extends Side>(complaint: Complaint, actor: Actor, ...sides: S[]): S {
  const side = sideOf(complaint, actor)
  if (!(sides as Side[]).includes(side)) throw new DomainError('complaint.not_your_turn')
  return side as S
}

export const viewFor = (complaint: Complaint, actor: Actor): ComplaintView =>
  viewComplaint(complaint, sideOf(complaint, actor))

export const officerOf = ({ userId, person }: Actor): Officer => ({
  id: userId,
  name: person.realName ?? '工作人员',
  supervises: person.hats.some(({ role }) => role === 'town_officer' || role === 'district_officer'),
})
