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

const tagOf = ({ status, withdrawnBecause }: Advert) => {
  if (status === 'published') return <Tag tone="done">在架</Tag>
  if (status === 'waiting') return <Tag tone="waiting">审核中</Tag>
  return <Tag tone="quiet">{withdrawnBecause === 'refused' ? '未通过审核' : '已下架'}</Tag>
}
const WHY = {
  waiting: '标题和描述正在审核，通过后才会出现在找房中；现在只有您能看到。',
  refused: '标题或描述未通过审核，他人看不到。请修改后重新发布。',
} as const
const whyOf = ({ status, withdrawnBecause }: Advert): string | undefined =>
  status === 'waiting' ? WHY.waiting : withdrawnBecause === 'refused' ? WHY.refused : undefined

function AdvertCard({ advert }: { advert: Advert }) {
  const { id, title, version } = advert
  const { withdraw, pending } = useWithdraw()
  const published = advert.status === 'published'
  const why = whyOf(advert)
  return (
    <Card title={title} side={tagOf(advert)}>
      <View>
        <Money fen={advert.rentFen} per="/月" />
        <View>{advert.communityName}</View>
        <View className="mine-soft figures">{factsOf(advert)}</View>
        <View className="mine-soft">
          {daysAgo(advert.publishedAt, today())}
          {published ? '发布' : '提交'}
        </View>
        {why && <View className="mine-soft">{why}</View>}
      </View>
      {advert.status !== 'withdrawn' && (
        <View className="mine-actions">
          {published && (
            <Button kind="quiet" small onPress={() => open(`/pages/listing/detail?id=${id}`)}>
              查看
            </Button>
          )}
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
