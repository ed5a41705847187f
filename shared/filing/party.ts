import * as z from 'zod'
import { IdentityKind, type Person } from '../person/person'
import type { SealedText } from '../person/sealed'

/** A party as the case knows them: what the person had verified when it was handed in. */
const partyFacts = {
  side: z.enum(['lessor', 'lessee']),
  kind: z.enum(['person', 'employer', 'enterprise']),
  name: z.string(),
  identityKind: IdentityKind.optional(),
}
export const PartyView = z.object({
  ...partyFacts,
  identityMasked: z.string().optional(),
  phoneMasked: z.string().optional(),
})
export type Party = Omit<z.infer<typeof PartyView>, 'identityMasked' | 'phoneMasked'> & {
  identity?: SealedText
  phone?: SealedText
}

export const viewParty = ({ identity, phone, ...party }: Party): z.infer<typeof PartyView> => ({
  ...party,
  ...(identity && { identityMasked: identity.masked }),
  ...(phone && { phoneMasked: phone.masked }),
})

/** A party from what the person had verified; of who has no account only the name is known. */
export const partyOf = (
  side: Party['side'],
  kind: Party['kind'],
  name: string,
  person: Pick<Person, 'identityKind' | 'identity' | 'phone'> | undefined,
): Party => ({
  side,
  kind,
  name,
  ...(person?.identityKind && { identityKind: person.identityKind }),
  ...(person?.identity && { identity: person.identity }),
  ...(person?.phone && { phone: person.phone }),
})
