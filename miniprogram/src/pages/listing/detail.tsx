import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { CallError } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useCall } from '../../use-call'
import { CostCard, FactsCard, HeadCard, SourceNotice } from './detail-cards'
import { usableAreaOf } from './listing-words'
import { OccupancyNotice } from './occupancy-notice'
import './detail.scss'

export default function Detail() {
  const { id = '' } = useRouter().params
  const read = useCall(listingRoutes.readListing, { listingId: id })
  const gone = read.error instanceof CallError && read.error.code === 'listing.not_found' ? read.error : undefined
  const askable = read.data?.dwellingId !== undefined && !read.data.source
  return (
    <Page
      footer={
        askable && (
          <Button onPress={() => void Taro.navigateTo({ url: `/pages/listing/ask?id=${id}` })}>申请租房</Button>
        )
      }
    >
      {gone ? (
        <Card>
          <Empty
            icon="home"
            title={gone.message}
            action={{ label: '去找房', icon: 'search', onPress: () => void Taro.switchTab({ url: '/pages/tab/find' }) }}
          />
        </Card>
      ) : (
        <Loaded call={read}>
          {(listing) => (
            <>
              <HeadCard listing={listing} />
              {listing.source && <SourceNotice source={listing.source} />}
              <FactsCard listing={listing} />
              <CostCard listing={listing} />
              {listing.description && (
                <Card title="房源说明">
                  <View className="detail-text">{listing.description}</View>
                </Card>
              )}
              <Card flush>
                <Row
                  icon="alert"
                  label="投诉这套房源"
                  note="虚假房源、群租等，发布方不会知道是谁投诉的"
                  onPress={() =>
                    void Taro.navigateTo({ url: `/pages/complaint/new?listingId=${id}&kind=false_listing` })
                  }
                />
              </Card>
              <OccupancyNotice
                regionCode={listing.townCode ?? listing.districtCode}
                usableAreaSquareMetres={usableAreaOf(listing)}
              />
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
