import type { PictureId } from '@anju/shared/id'
import { View } from '@tarojs/components'
import { Photo } from './photo'
import './voucher.scss'

/** 凭证 of money that was written down, under the name that a statement gives it. */
export const VoucherPhoto = ({ pictureId }: { pictureId: PictureId }) => (
  <View className="voucher">
    <View className="voucher-picture">
      <Photo pictureId={pictureId} name="凭证" />
    </View>
    <View className="voucher-word">凭证 {pictureId.slice(-8)}</View>
  </View>
)
