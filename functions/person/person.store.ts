import type { Person } from '@anju/shared/person/person'
import type { Link, RecordKind } from '../store/record'

/*
 * state
 *   usr_…            person            the account
 *   usr_…            session#ses_…     a signed-in device
 *   oid_<hmac>       person            openid → account
 *   tel_<hmac>       person            phone → account; one account a phone
 *   <holder>         staff#usr_…       somebody who works for that holder
 *   <region>#desk    usr_…             a clerk of a town or a committee
 */
export const openidKey = (openidIndex: string) => ({ pk: `oid_${openidIndex}`, sk: 'person' })

/** Who sits at the desk of a town or a committee. */
export const clerksOf = (regionCode: string) => ({ pk: `${regionCode}#desk`, prefix: 'usr_' })

export const personRecord: RecordKind<Person> = {
  sk: 'person',
  notFound: 'person.not_found',
  links: (person) => {
    const links: Link[] = []
    if (person.openidIndex)
      links.push({ ...openidKey(person.openidIndex), userId: person.id, unique: 'request.changed' })
    if (person.phone)
      links.push({ pk: `tel_${person.phone.index}`, sk: 'person', userId: person.id, unique: 'person.phone_taken' })
    const holders = new Set(person.hats.flatMap(({ holderId }) => holderId ?? []))
    for (const holderId of holders) links.push({ pk: holderId, sk: `staff#${person.id}`, userId: person.id })
    for (const { role, region } of person.hats)
      if (role === 'clerk' && region)
        links.push({ pk: clerksOf(region).pk, sk: person.id, userId: person.id, name: person.realName ?? '工作人员' })
    return links
  },
}
