import type { PictureId } from '@anju/shared/id'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { Image, View } from '@tarojs/components'
import { Loaded } from '../../components/loaded'
import { useCall } from '../../use-call'

/** The dial as it was read. */
export function ReadingPhoto({ pictureId }: { pictureId: PictureId }) {
  const picture = useCall(pictureRoutes.readPicture, { pictureId })
  return (
    <Loaded call={picture} skeletonCards={1}>
      {({ url }) => (
        <View role="img" aria-label="抄表时拍的表">
          <Image src={url} mode="widthFix" className="reading-photo" aria-hidden="true" />
        </View>
      )}
    </Loaded>
  )
}
