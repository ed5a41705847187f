import { Card } from '../../components/card'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { BOOK, billsPath, leasesPath, open } from '../../lease/paths'

/** 账本: what a bookkeeper works with. */
export const TenancyBookkeeper = ({ title }: { title: string }) => (
  <Page title={title}>
    <Card flush>
      <Row icon="book" label="账本" note="收支、余额和试算平衡" onPress={() => open(BOOK)} />
      <Row
        icon="money"
        label="账单"
        note="待收、逾期和已收，收到钱在这里记"
        onPress={() => open(billsPath('lessor'))}
      />
      <Row icon="document" label="租约" note="看租期、租金和押金" onPress={() => open(leasesPath('lessor'))} />
    </Card>
  </Page>
)
