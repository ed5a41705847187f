import { Card } from '../../components/card'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { BOOK, leasesPath, open, recordPath } from '../../lease/paths'

/** 账本: what a bookkeeper works with. */
export const TenancyBookkeeper = ({ title }: { title: string }) => (
  <Page title={title}>
    <Card flush>
      <Row icon="book" label="账本" note="收支、余额和试算平衡" onPress={() => open(BOOK)} />
      <Row icon="plus" label="记一笔收款" note="选租约，记租金或押金" onPress={() => open(recordPath())} />
      <Row icon="document" label="租约" note="看租期、租金和押金" onPress={() => open(leasesPath('lessor'))} />
    </Card>
  </Page>
)
