import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'

export default function Find() {
  return (
    <Page>
      <Notice title='看房不用登录'>看中以后再登录申请。签约前请核对房屋和出租人，不要提前转账。</Notice>
      <Card>
        <Empty icon='home' title='附近还没有房源' hint='房东发布后会出现在这里，每套都写明租金、付款方式和居住人数。' />
      </Card>
    </Page>
  )
}
