import { DomainError } from '@anju/shared/errors'
import type { PictureId } from '@anju/shared/id'
import { pictureRecord } from '../picture/picture.store'
import { find } from '../store/record'
import type { Store } from '../store/store'

/** 凭证: a picture of the home or the lease that the entry is about. @throws picture.not_found */
export async function expectVoucher(
  store: Store,
  voucherId: PictureId,
  aboutIds: readonly (string | undefined)[],
): Promise<void> {
  const picture = await find(store, pictureRecord, voucherId)
  if (!picture || picture.removedAt || !aboutIds.includes(picture.aboutId)) throw new DomainError('picture.not_found')
}
