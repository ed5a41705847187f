import { unitName } from '@anju/shared/dwelling/dwelling'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { homeText } from '../../lease/lease-words'
import type { Source } from './draw-up-form'

/** For whom and for what the lease is. */
export function DrawUpAbout({ source: { request, lease, purpose } }: { source: Source }) {
  if (lease)
    return (
      <>
        <Card title={`${lease.lesseeName}承租`}>
          <View className="draw-up-soft">{homeText(lease)}</View>
        </Card>
        {purpose === 'amend' && (
          <Notice title="对方确认后生效">
            已经过去的租金和免租期不能改；租金从以后的日期调整。原文本和双方确认会保留。
          </Notice>
        )}
        {purpose === 'correct' && (
          <Notice title="照纸质合同改正">
            租客认领前由您改正；已经出过账单的租金不能改，请用租金调整从以后的日期开始。
          </Notice>
        )}
        {purpose === 'renew' && (
          <Notice title="从原租期的次日开始" ruleId="N-30" source="民法典第七百三十四条">
            同等条件下，原租客有优先承租的权利。
          </Notice>
        )}
        {purpose === 'revise' && lease.signatures.length > 0 && (
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
