import type { Hat, Me } from '@anju/shared/person/person'
import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { WholeBoard } from '../../dwelling/whole-board'
import { BOOK, billsPath, leasesPath, open, repairsPath, requestsPath } from '../../lease/paths'
import { TenancySection } from './tenancy-section'
import { TenancyWaiting } from './tenancy-waiting'

const REGISTER = '/pages/dwelling/edit'

/** 房管: what waits for me, then my homes. */
export function TenancyLandlord({ title, me, hat }: { title: string; me: Me; hat: Hat }) {
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
      <View className="tenancy-board">
        <View className="tenancy-column">
          <TenancySection title="等您处理">
            <TenancyWaiting partyId={hat.holderId ?? me.id} />
          </TenancySection>
          <Card flush>
            <Row icon="document" label="租约" onPress={() => open(leasesPath('lessor'))} />
            <Row icon="people" label="收到的申请" onPress={() => open(requestsPath('received'))} />
            <Row icon="building" label="我的房源" onPress={() => open('/pages/listing/mine')} />
            <Row icon="key" label="主租约" onPress={() => open('/pages/dwelling/head-leases')} />
            <Row icon="money" label="账单" onPress={() => open(billsPath('lessor'))} />
            <Row icon="alert" label="报修和安全检查" onPress={() => open(repairsPath('lessor'))} />
            {hat.role !== 'bookkeeper' && <Row icon="edit" label="抄表" onPress={() => open('/pages/meter/round')} />}
            {hat.role !== 'keeper' && <Row icon="book" label="账本" onPress={() => open(BOOK)} />}
          </Card>
        </View>
        <TenancySection title="我的房屋">
          <WholeBoard />
        </TenancySection>
      </View>
    </Page>
  )
}
