import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { HeadLeaseCard } from '../../dwelling/head-lease-card'
import { open } from '../../lease/paths'
import { usePages } from '../../use-call'
import { SignedIn } from '../listing/signed-in'

const NEW = '/pages/dwelling/head-lease-edit'

/** 我的主租约. */
export default function HeadLeases() {
  return <SignedIn>{() => <All />}</SignedIn>
}

function All() {
  const pages = usePages(headLeaseRoutes.listHeadLeases, {})
  return (
    <Page
      wide
      footer={
        <Button icon="plus" onPress={() => open(NEW)}>
          登记主租约
        </Button>
      }
    >
      <List
        pages={pages}
        keyOf={(card) => card.id}
        render={(card) => <HeadLeaseCard card={card} side="holder" />}
        empty={
          <Card>
            <Empty icon="key" title="还没有登记主租约" hint="登记业主的主租约后，自动生成付款计划，并提醒转租期限。" />
          </Card>
        }
      />
    </Page>
  )
}
