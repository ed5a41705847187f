import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { Hat, Me } from '@anju/shared/person/person'
import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { BOOK, billsPath, leasesPath, open, requestsPath } from '../../lease/paths'
import { usePages } from '../../use-call'
import { TenancyHome } from './tenancy-home'
import { TenancySection } from './tenancy-section'
import { TenancyWaiting } from './tenancy-waiting'

const REGISTER = '/pages/dwelling/edit'

/** 房管: what waits for me, then my homes. */
export function TenancyLandlord({ title, me, hat }: { title: string; me: Me; hat: Hat }) {
  const homes = usePages(dwellingRoutes.listDwellings, {})
  return (
    <Page
      title={title}
      wide
      footer={
        <Button icon="plus" onPress={() => open(REGISTER)}>
          登记房屋
        </Button>
      }
    >
      <View className="tenancy-columns">
        <View className="tenancy-column">
          <TenancySection title="等您处理">
            <TenancyWaiting partyId={hat.holderId ?? me.id} />
          </TenancySection>
          <Card flush>
            <Row icon="document" label="租约" onPress={() => open(leasesPath('lessor'))} />
            <Row icon="people" label="收到的申请" onPress={() => open(requestsPath('received'))} />
            <Row icon="building" label="我的房源" onPress={() => open('/pages/listing/mine')} />
            <Row icon="edit" label="抄表" onPress={() => open('/pages/meter/round')} />
            <Row icon="money" label="账单" onPress={() => open(billsPath('lessor'))} />
            {hat.role !== 'bookkeeper' && <Row icon="edit" label="抄表" onPress={() => open('/pages/meter/round')} />}
            {hat.role !== 'keeper' && <Row icon="book" label="账本" onPress={() => open(BOOK)} />}
          </Card>
        </View>
        <TenancySection title="我的房屋">
          <List
            pages={homes}
            keyOf={(home) => home.id}
            render={(home) => <TenancyHome home={home} />}
            empty={
              <Card>
                <Empty
                  icon="home"
                  title="您还没有登记房屋"
                  hint="登记后可以发布房源、签约和记账。"
                  action={{ label: '登记房屋', icon: 'plus', onPress: () => open(REGISTER) }}
                />
              </Card>
            }
          />
        </TenancySection>
      </View>
    </Page>
  )
}
