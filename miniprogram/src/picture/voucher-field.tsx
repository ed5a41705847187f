import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../components/button'
import { Field } from '../components/field'
import { press } from '../components/press'
import type { VoucherOnTheWay } from './use-voucher'
import './photo.scss'
import './voucher.scss'

interface Props {
  voucher: VoucherOnTheWay
  /** Who will see it. */
  hint: string
  error?: string | undefined
}

/** 凭证: a receipt or a transfer, from the camera or the album. */
export function VoucherField({ voucher: { picture, upload, sending, add, again, leaveOut }, hint, error }: Props) {
  const fault = upload?.error ?? error
  const out = (
    <View {...press(leaveOut)} className="voucher-word voucher-out">
      移除
    </View>
  )
  return (
    <Field label="凭证" hint={hint} {...(fault && { error: fault })}>
      {({ id }) => (
        <View id={id} className="voucher">
          {picture && (
            <>
              <View
                {...press(() => void Taro.previewImage({ current: picture.url, urls: [picture.url] }))}
                className="voucher-picture"
                aria-label="查看凭证"
              >
                <Image className="photo" src={picture.url} mode="aspectFill" aria-hidden="true" />
              </View>
              {out}
            </>
          )}
          {upload && (
            <>
              <Image
                className="photo voucher-picture voucher-waiting"
                src={upload.preview}
                mode="aspectFill"
                aria-hidden="true"
              />
              {sending ? (
                <View className="voucher-word figures" role="status">{`上传中 ${upload.percent}%`}</View>
              ) : (
                <>
                  <Button kind="quiet" small onPress={again}>
                    重新上传
                  </Button>
                  {out}
                </>
              )}
            </>
          )}
          {!picture && !upload && (
            <Button kind="quiet" small icon="camera" onPress={add}>
              拍照或选照片
            </Button>
          )}
        </View>
      )}
    </Field>
  )
}
