import { type Unit, unitName } from '@anju/shared/dwelling/dwelling'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import Taro, { useRouter } from '@tarojs/taro'
import { goBack } from '../../auth/back'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { RuleNotice } from '../../components/notice'
import { Page } from '../../components/page'
import { useCall } from '../../use-call'
import { publishingHits } from '../dwelling/law-hints'
import { unitFromParam } from '../dwelling/unit-key'
import { PublishForm } from './publish-form'
import { SignedIn } from './signed-in'

/** 发布房源 for one unit of a home. */
export default function Publish() {
  const { id = '', unit: param } = useRouter().params
  const unit = unitFromParam(param)
  if (unit) return <SignedIn>{(me) => <Home key={me.id} id={id} unit={unit} userId={me.id} />}</SignedIn>
  return (
    <Page>
      <Card>
        <Empty
          icon="home"
          title="没有选择房间"
          hint="请在房态里选择要出租的房间。"
          action={{ label: '看房态', onPress: () => goBack(`/pages/dwelling/board?id=${id}`) }}
        />
      </Card>
    </Page>
  )
}

/** What the law forbids is said before anything is filled in. */
function Home({ id, unit, userId }: { id: string; unit: Unit; userId: string }) {
  const read = useCall(dwellingRoutes.readBoard, { dwellingId: id })
  const hits = read.data ? publishingHits(read.data, unit) : []
  if (read.data && hits.length === 0) return <PublishForm dwelling={read.data.dwelling} unit={unit} userId={userId} />
  return (
    <Page>
      <Loaded call={read}>
        {({ dwelling }) => (
          <>
            <Card>
              <Empty
                icon="shield"
                title={`${dwelling.communityName} ${unitName(unit)}现在不能发布`}
                hint="按下面的规定改好房屋资料，就可以发布。"
                action={{
                  label: '去修改房屋资料',
                  icon: 'edit',
                  onPress: () => void Taro.navigateTo({ url: `/pages/dwelling/edit?id=${id}` }),
                }}
              />
            </Card>
            {hits.map((hit) => (
              <RuleNotice key={hit.ruleId} hit={hit} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}
