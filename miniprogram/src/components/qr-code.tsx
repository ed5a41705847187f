import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { renderSVG } from 'uqr'
import './qr-code.scss'

/** A text as a QR code: dark on white in every theme, since readers expect it so. */
export function QrCode({ text, name }: { text: string; name: string }) {
  const source = useMemo(
    () => `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(text, { ecc: 'M', border: 2 }))}`,
    [text],
  )
  return (
    <View className="qr-code" role="img" aria-label={name}>
      <Image className="qr-code-image" src={source} mode="aspectFit" aria-hidden="true" />
    </View>
  )
}
