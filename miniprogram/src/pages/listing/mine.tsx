import type { Output } from '@anju/shared/contract/route'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Money } from '../../components/money'
import { Page } from '../../components/page'
import { Tag } from '../../components/tag'
import { usePages } from '../../use-call'
import { daysAgo, factsOf, today } from './listing-words'
import { SignedIn } from './signed-in'
import { useWithdraw } from './withdraw-advert'
import './mine.scss'

type Advert = Output<typeof listingRoutes.listMyListings>['items'][number]

const open = (url: string) => void Taro.navigateTo({ url })

function AdvertCard({ advert }: { advert: Advert }) {
  const { id, title, version } = advert
  const { withdraw, pending } = useWithdraw()
  const published = advert.status === 'published'
  return (
    <Card title={title} side={<Tag tone={published ? 'done' : 'quiet'}>{published ? '在架' : '已下架'}</Tag>}>
      <View>
        <Money fen={advert.rentFen} per="/月" />
        <View>{advert.communityName}</View>
        <View className="mine-soft figures">{factsOf(advert)}</View>
        <View className="mine-soft">{daysAgo(advert.publishedAt, today())}发布</View>
      </View>
      {published && (
        <View className="mine-actions">
          <Button kind="quiet" small onPress={() => open(`/pages/listing/detail?id=${id}`)}>
            查看
          </Button>
          <Button
            kind="quiet"
            small
            loading={pending}
            onPress={() => void withdraw({ listingId: id, title, version: async () => version })}
          >
            下架
          </Button>
        </View>
      )}
    </Card>
  )
}

function Adverts() {
  const pages = usePages(listingRoutes.listMyListings, {})
  return (
    <Page>
      <List
        pages={pages}
        keyOf={(advert) => advert.id}
        render={(advert) => <AdvertCard advert={advert} />}
        empty={
          <Card>
            <Empty
              icon="home"
              title="您还没有发布房源"
              hint="先登记房屋，再在房态里为空置的房间发布。"
              action={{ label: '登记房屋', icon: 'plus', onPress: () => open('/pages/dwelling/edit') }}
            />
          </Card>
        }
      />
    </Page>
  )
}

/** 我的房源: everything this person has advertised. */
export default function Mine() {
  return <SignedIn>{() => <Adverts />}</SignedIn>
}
