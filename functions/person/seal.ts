import { checkIdentity, maskIdentity } from '@anju/shared/person/identity'
import type { IdentityKind } from '@anju/shared/person/person'
import { maskPhone, parsePhone } from '@anju/shared/person/phone'
import type { SealedText } from '@anju/shared/person/sealed'
import type { Secrets } from '../secret/secrets'

/** A checked, sealed document number; or the sentence that says what is wrong with it. */
export function sealIdentity(secrets: Secrets, kind: IdentityKind, text: string): SealedText | { message: string } {
  const checked = checkIdentity(kind, text)
  if (!checked.ok) return { message: checked.message }
  return secrets.seal('identity', checked.normalised, maskIdentity(checked.normalised))
}

/** A sealed phone; the number comes from WeChat and is therefore the person's own. */
export function sealPhone(secrets: Secrets, phone: string): SealedText {
  const { normalised } = parsePhone(phone)
  return secrets.seal('phone', normalised, maskPhone(normalised))
}
