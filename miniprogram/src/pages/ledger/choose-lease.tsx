import { isMade } from '@anju/shared/lease/lifecycle'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { termText } from '../../lease/lease-words'
import { leasesPath, open, recordPath } from '../../lease/paths'
import { leaseName } from './entry-words'
import { useGivenLeases } from './use-given-leases'

/** Money is booked on a lease that both have signed: the newest first. */
export function ChooseLease() {
  const { pages } = useGivenLeases()
  const signed = pages.items.filter(isMade)
  return (
    <Page title="选择租约">
      <View className="record-hint">这笔钱是哪份租约的？</View>
      <View className="record-leases">
        <List
          pages={{ ...pages, items: signed }}
          keyOf={(lease) => lease.id}
          render={(lease) => (
            <Row
              label={leaseName(lease)}
              note={termText(lease)}
              onPress={() => void Taro.redirectTo({ url: recordPath(lease.id) })}
            />
          )}
          empty={
            <Card>
              <Empty
                title="还没有双方签署的租约"
                hint="收款记在租约上，租约签署后再来记账。"
                action={{ label: '查看租约', onPress: () => open(leasesPath('lessor')) }}
              />
            </Card>
          }
        />
      </View>
    </Page>
  )
}
