import { filingRoutes } from '@anju/shared/filing/filing.routes'
import Taro from '@tarojs/taro'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { FilingCard } from '../../filing/filing-card'
import { usePages } from '../../use-call'

export default function Mine() {
  const filings = usePages(filingRoutes.listMyFilings, {})
  return (
    <Page>
      <List
        pages={filings}
        keyOf={(card) => card.id}
        render={(card) => (
          <FilingCard card={card} onPress={() => void Taro.navigateTo({ url: `/pages/filing/detail?id=${card.id}` })} />
        )}
        empty={
          <Card>
            <Empty
              icon="document"
              title="您还没有备案"
              hint="租约双方签署后 30 天内办理备案，备案以后可以办居住证。"
              action={{ label: '查看我的租约', onPress: () => void Taro.switchTab({ url: '/pages/tab/tenancy' }) }}
            />
          </Card>
        }
      />
    </Page>
  )
}
