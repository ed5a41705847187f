import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import './privacy.scss'

const PARTS = [
  { title: '浏览', text: '看房源和政策不用登录，也不收集您的个人信息。' },
  { title: '登录', text: '登录时只取得微信给本小程序的编号，用来认出是同一个人，不取得昵称和头像。' },
  { title: '手机号', text: '申请租房时才会请您授权手机号，只给租约的另一方和经办人看。' },
  { title: '证件', text: '证件号码加密保存，显示时遮住中间几位；每次查看全号都有记录。' },
  { title: '钱', text: '平台不代收租金和押金。您的账本只有租约双方能看，不用于评分。' },
  { title: '注销', text: '没有未结束的租约和备案时，可以在“我的”中注销账号。' },
]

export default function Privacy() {
  return (
    <Page>
      <Notice title="不同意也能继续浏览">每一项信息都在用到的时候才问您，不同意只影响那一件事。</Notice>
      {PARTS.map((part) => (
        <Card key={part.title} title={part.title}>
          <View className="privacy-text">{part.text}</View>
        </Card>
      ))}
    </Page>
  )
}
