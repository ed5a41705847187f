import { IDENTITY_NAMES, type Me } from '@anju/shared/person/person'
import { View } from '@tarojs/components'
import { Card } from '../components/card'
import './who-card.scss'

/** Who is logged in: name and document, masked. */
export const WhoCard = ({ me: { realName, identityKind, identityMasked } }: { me: Me }) => (
  <Card>
    <View className="who">
      <View className="who-face" aria-hidden="true">
        {realName?.charAt(0) ?? '安'}
      </View>
      <View className="who-words">
        <View className="who-name">{realName ?? '还没有填写姓名'}</View>
        <View className="who-identity figures">
          {identityKind && identityMasked
            ? `${IDENTITY_NAMES[identityKind]} ${identityMasked}`
            : '签约和备案前需要填写实名信息'}
        </View>
      </View>
    </View>
  </Card>
)
