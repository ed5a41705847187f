import { LESSOR_KIND_NAMES } from '@anju/shared/business/business'
import { rolesFor } from '@anju/shared/business/staff'
import { type Dwelling, unitName } from '@anju/shared/dwelling/dwelling'
import { Lease } from '@anju/shared/lease/lease'
import { LEASE_STATUS_NAMES } from '@anju/shared/lease/lifecycle'
import { payCycleName } from '@anju/shared/listing/listing'
import type { Person } from '@anju/shared/person/person'
import { ROLE_NAMES } from '@anju/shared/person/role'
import type { Picture } from '@anju/shared/picture/picture'
import { readStanding, viewBusiness } from '../business/business.store'
import { staffOf } from '../business/staff.store'
import { dwellingRecord, dwellingsOf } from '../dwelling/dwelling.store'
import { leaseRecord, leasesOf } from '../lease/lease.store'
import { personRecord } from '../person/person.store'
import { findMany, partitionOf } from '../store/record'
import type { Archive } from './archive'
import { bare, recordsOf, rowsOf } from './pages'
import type { Exporting } from './read-export'

const yuan = (fen: number) => fen / 100

/** Passes pages on and keeps their ids. */
async function* keeping<T extends { id: string }>(pages: AsyncIterable<T[]>, ids: string[]): AsyncGenerator<T[]> {
  for await (const page of pages) {
    ids.push(...page.map(({ id }) => id))
    yield page
  }
}

/** What a holder reads of a lease: what is not declared stays here. */
async function* declared(pages: AsyncIterable<Lease[]>): AsyncGenerator<Lease[]> {
  for await (const page of pages) yield page.map((lease) => Lease.parse(lease))
}

async function* staffPages({ store, actor: { holderId } }: Exporting) {
  for await (const rows of rowsOf<{ userId: Person['id'] }>(store, staffOf(holderId))) {
    const people = (await findMany(
      store,
      rows.map(({ userId }) => [personRecord, userId]),
    )) as (Person | undefined)[]
    yield people.flatMap((person) =>
      person ? [{ userId: person.id, name: person.realName ?? '', roles: rolesFor(person, holderId) }] : [],
    )
  }
}

async function* picturePages({ store }: Exporting, aboutIds: string[]): AsyncGenerator<Picture[]> {
  for (const id of aboutIds) yield* bare<Picture>(rowsOf(store, { pk: partitionOf(id), prefix: 'picture#' }))
}

/** What there is: the business, homes, leases, staff, and which pictures there are. */
export async function writeBase(archive: Archive, exporting: Exporting): Promise<void> {
  const { store, actor, now } = exporting
  const { holderId } = actor
  const business = viewBusiness(holderId, await readStanding(store, holderId), now)
  async function* one() {
    yield [business]
  }
  await archive.list('business', one(), [
    ['类型', ({ kind }) => LESSOR_KIND_NAMES[kind]],
    ['名称', ({ name }) => name],
    ['统一社会信用代码', ({ creditCode }) => creditCode],
    ['房屋数', ({ homes }) => homes],
  ])
  const ids: string[] = []
  const homes = recordsOf<Dwelling>(store, dwellingRecord.sk, [dwellingsOf(holderId)])
  await archive.list('homes', keeping(homes, ids), [
    ['编号', ({ id }) => id],
    ['地址', ({ addressText }) => addressText],
    ['小区', ({ communityName }) => communityName],
    ['房间', ({ rooms }) => rooms.map(({ roomNo }) => roomNo).join('、')],
    ['登记时间', ({ createdAt }) => createdAt],
  ])
  const leases = declared(recordsOf<Lease>(store, leaseRecord.sk, [leasesOf(holderId, 'lessor')]))
  await archive.list('leases', keeping(leases, ids), [
    ['编号', ({ id }) => id],
    ['房屋', ({ addressText }) => addressText],
    ['出租部位', ({ unit }) => unitName(unit)],
    ['租客', ({ lesseeName }) => lesseeName],
    ['状态', ({ status }) => LEASE_STATUS_NAMES[status]],
    ['起租日', ({ startOn }) => startOn],
    ['到期日', ({ endOn }) => endOn],
    ['月租金（元）', ({ rentFen }) => yuan(rentFen)],
    ['押付方式', ({ payCycle }) => payCycleName(payCycle)],
    ['押金（元）', ({ deposit }) => yuan(deposit.amountFen)],
  ])
  await archive.list('staff', staffPages(exporting), [
    ['编号', ({ userId }) => userId],
    ['姓名', ({ name }) => name],
    ['身份', ({ roles }) => roles.map((role) => ROLE_NAMES[role]).join('、')],
  ])
  await archive.list('pictures', picturePages(exporting, ids), [
    ['编号', ({ id }) => id],
    ['属于', ({ aboutId }) => aboutId],
    ['用途', ({ purpose }) => purpose],
    ['时间', ({ createdAt }) => createdAt],
    ['SHA-256', ({ sha256 }) => sha256],
  ])
}
