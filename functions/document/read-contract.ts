import type { documentRoutes } from '@anju/shared/document/document.routes'
import { pairs, says } from '@anju/shared/document/paper'
import { type ContractParty, contractOf, shanghaiTime } from '@anju/shared/lease/contract'
import type { Lease } from '@anju/shared/lease/lease'
import { LEASE_STATUS_NAMES } from '@anju/shared/lease/lifecycle'
import { IDENTITY_NAMES, type Person } from '@anju/shared/person/person'
import { dwellingRecord } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { textHashOf } from '../lease/text-hash'
import { personRecord } from '../person/person.store'
import { findMany, read } from '../store/record'
import { printPdf } from './pdf'

const partyOf = (name: string, person: Person | undefined): ContractParty => ({
  name,
  identityName: person?.identityKind ? IDENTITY_NAMES[person.identityKind] : '证件',
  identityMasked: person?.identity?.masked ?? '—',
})

const signatureLine = (lease: Lease, partyId: string): string => {
  const given = lease.signatures.find(({ by }) => by === partyId)
  return given ? `已于 ${shanghaiTime(given.at)}（北京时间）确认` : '尚未确认'
}

/** 租赁合同 as a PDF: the clauses, both confirmations and the hash of the text that they stand for. */
export const readContract: UseCase<typeof documentRoutes.readContract> = async (_input, { subject: lease, store }) => {
  const [dwelling, people] = await Promise.all([
    read(store, dwellingRecord, lease.dwellingId),
    findMany(store, [
      [personRecord, lease.lessorId],
      [personRecord, lease.lesseeId],
    ]) as Promise<(Person | undefined)[]>,
  ])
  const [lessor, lessee] = [partyOf(lease.lessorName, people[0]), partyOf(lease.lesseeName, people[1])]
  const textHash = textHashOf(lease)
  const bytes = await printPdf(
    {
      title: '住房租赁合同',
      below: [`合同编号：${lease.id}`, `状态：${LEASE_STATUS_NAMES[lease.status]}`],
      footer: `${lease.addressText}　${lease.lessorName} / ${lease.lesseeName}`,
      madeAt: lease.revisedAt,
    },
    [
      {
        title: '',
        blocks: [
          pairs(
            ['甲方（出租方）', `${lessor.name}　${lessor.identityName} ${lessor.identityMasked}`],
            ['乙方（承租方）', `${lessee.name}　${lessee.identityName} ${lessee.identityMasked}`],
          ),
          says('甲乙双方经协商一致，就房屋租赁订立本合同，共同遵守。'),
        ],
      },
      ...contractOf({ lease, dwelling, lessor, lessee }),
      {
        title: '双方确认',
        blocks: [
          pairs(
            [`甲方 ${lessor.name}`, signatureLine(lease, lease.lessorId)],
            [`乙方 ${lessee.name}`, signatureLine(lease, lease.lesseeId)],
            ['文本校验值', `SHA-256 ${textHash}`],
          ),
          says('校验值由合同内容算出，内容有任何改动，校验值随之不同。'),
        ],
      },
    ],
  )
  return { fileName: `租赁合同-${lease.id.slice(-8)}.pdf`, bytes }
}
