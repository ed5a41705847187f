import { listingRoutes } from '@anju/shared/listing/listing.routes'
import Taro, { useRouter } from '@tarojs/taro'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useCall } from '../../use-call'
import { AskForm } from './ask-form'
import { SignedIn } from './signed-in'

/** 申请租房: says to the lessor who wants to move in when, and for how long. */
export default function Ask() {
  const { id = '' } = useRouter().params
  const read = useCall(listingRoutes.readListing, { listingId: id })
  if (!read.data) {
    return (
      <Page>
        <Loaded call={read}>{() => null}</Loaded>
      </Page>
    )
  }
  const { dwellingId } = read.data
  if (!dwellingId) {
    return (
      <Page>
        <Card>
          <Empty
            title="这套房源不能在线申请"
            hint="它是外部导入的，请通过原发布方联系。"
            action={{ label: '去找房', icon: 'search', onPress: () => void Taro.switchTab({ url: '/pages/tab/find' }) }}
          />
        </Card>
      </Page>
    )
  }
  return (
    <SignedIn>{(me) => <AskForm key={me.id} userId={me.id} listing={read.data} dwellingId={dwellingId} />}</SignedIn>
  )
}
