import type { Lease } from '@anju/shared/lease/lease'
import { mayMove } from '@anju/shared/lease/lifecycle'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { correctPath, invitePath, open } from '../../lease/paths'

/** What the lessor does with a lease on paper whose tenant has no account yet. */
export const PaperCard = ({ lease }: { lease: Lease }) => (
  <>
    {lease.paper?.objection && (
      <Notice tone="warn" title="租客说租约有不对的地方">
        {lease.paper.objection.words}
      </Notice>
    )}
    <Card title="纸面租约" flush>
      {mayMove(lease, 'inviteLessee') && (
        <Row
          icon="people"
          label="邀请租客认领"
          note={lease.paper?.phoneMasked ? `租客手机 ${lease.paper.phoneMasked}` : '租客认领后可以看账单、付租金'}
          onPress={() => open(invitePath(lease.id))}
        />
      )}
      {mayMove(lease, 'correct') && (
        <Row icon="edit" label="更正租约" note="和纸质合同不一致时改正" onPress={() => open(correctPath(lease.id))} />
      )}
    </Card>
  </>
)
