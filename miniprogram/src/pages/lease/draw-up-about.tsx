import { unitName } from '@anju/shared/dwelling/dwelling'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { homeText } from '../../lease/lease-words'
import type { Source } from './draw-up-form'

/** For whom and for what the lease is. */
export function DrawUpAbout({ source: { request, lease } }: { source: Source }) {
  if (lease)
    return (
      <>
        <Card title={`${lease.lesseeName}承租`}>
          <View className="draw-up-soft">{homeText(lease)}</View>
        </Card>
        {lease.signatures.length > 0 && (
          <Notice tone="warn" title="修改后双方要重新签署">
            已有的签名对应原来的条款，保存修改后作废。
          </Notice>
        )}
      </>
    )
  return (
    <Card title={`${request.applicantName}申请承租`}>
      <View className="draw-up-soft">
        {request.listingTitle} · {unitName(request.unit)}
      </View>
      <View className="draw-up-soft figures">
        希望 {request.moveInOn} 入住，租 {request.months} 个月，{request.persons} 人居住
      </View>
      {request.message && <View>留言：{request.message}</View>}
    </Card>
  )
}
