import type { Unit } from '@anju/shared/dwelling/dwelling'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { useRouter } from '@tarojs/taro'
import { goBack } from '../../auth/back'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useCall } from '../../use-call'
import { unitFromParam } from '../dwelling/unit-key'
import { PublishForm } from './publish-form'
import { SignedIn } from './signed-in'

/** 发布房源 for one unit of a home. */
export default function Publish() {
  const { id = '', unit: param } = useRouter().params
  const unit = unitFromParam(param)
  const board = `/pages/dwelling/board?id=${id}`
  if (!unit) {
    return (
      <Page>
        <Card>
          <Empty
            icon="home"
            title="没有选择房间"
            hint="请在房态里选择要出租的房间。"
            action={{ label: '看房态', onPress: () => goBack(board) }}
          />
        </Card>
      </Page>
    )
  }
  return <SignedIn>{(me) => <Home key={me.id} id={id} unit={unit} userId={me.id} />}</SignedIn>
}

function Home({ id, unit, userId }: { id: string; unit: Unit; userId: string }) {
  const read = useCall(dwellingRoutes.readDwelling, { dwellingId: id })
  if (read.data) return <PublishForm dwelling={read.data} unit={unit} userId={userId} />
  return (
    <Page>
      <Loaded call={read}>{() => null}</Loaded>
    </Page>
  )
}
