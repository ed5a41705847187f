import type { UserId } from '@anju/shared/id'
import type { Picture, PicturePurpose, ShownPicture } from '@anju/shared/picture/picture'
import type { Files } from '../files/files'
import { partitionOf, type RecordKind } from '../store/record'

/*
 * state
 *   <town>#pic_…          picture                                   what is known of it
 *   <town>#dwl_… lea_…    picture#<purpose>#<createdAt>#pic_…       the pictures of a home or lease
 * bucket
 *   arriving/<dwl_… lea_…>/<person>/<pic_…>      as it came; forgotten after a day
 *   pictures/<pic_…>/<sha-256>                   checked and cleaned; nobody can write over it
 */
export const arrivingKey = (aboutId: string, userId: UserId, pictureId: string) =>
  `arriving/${aboutId}/${userId}/${pictureId}`
export const pictureKey = ({ id, sha256 }: Pick<Picture, 'id' | 'sha256'>) => `pictures/${id}/${sha256}`
export const picturesOf = (aboutId: string, purpose: PicturePurpose) => ({
  pk: partitionOf(aboutId),
  prefix: `picture#${purpose}#`,
})

export const pictureRecord: RecordKind<Picture> = {
  sk: 'picture',
  notFound: 'picture.not_found',
  links: (picture) =>
    picture.removedAt
      ? []
      : [
          {
            ...picture,
            pk: partitionOf(picture.aboutId),
            sk: `picture#${picture.purpose}#${picture.createdAt}#${picture.id}`,
          },
        ],
}

const SHOWN_SECONDS = 900

/** A picture with its address of the next quarter of an hour. */
export async function shown(files: Files, picture: Picture): Promise<ShownPicture> {
  const { url, until } = await files.link(pictureKey(picture), SHOWN_SECONDS)
  return { ...picture, url, urlUntil: until }
}
