import type { UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { isMade, isRunning, mayMove } from '@anju/shared/lease/lifecycle'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import {
  amendmentPath,
  amendPath,
  boardPath,
  complainPath,
  leaseBillsPath,
  leasePath,
  leavePath,
  open,
  receiptsPath,
  reportPath,
  settlePath,
} from '../../lease/paths'
import { ConsentRow } from '../../notice/consent-row'
import { Papers } from './detail-more'

/** 票据和文件: what was paid and what was signed. */
export const MinePapers = ({ lease, userId }: { lease: Lease; userId: UserId }) => (
  <>
    <Card title="票据" flush>
      <Row
        icon="document"
        label="收据（PDF）"
        note="每笔付款一张，押金收据也在这里"
        onPress={() => open(receiptsPath(lease.id))}
      />
      <Row icon="money" label="全部账单" onPress={() => open(leaseBillsPath(lease.id))} />
      <Row icon="book" label="租约全文和进度" onPress={() => open(leasePath(lease.id))} />
    </Card>
    <Papers lease={lease} userId={userId} />
  </>
)

const RENEWAL = '您好，租约快到期了，我想续租，请问按什么条件续签？'

/** 找出租方: the board of the lease. */
export const MineOther = ({ lease, unread }: { lease: Lease; unread: number }) => (
  <Card flush>
    <Row
      icon="edit"
      label={`给 ${lease.lessorName} 留言`}
      note="房屋、费用、续租和退租的事"
      {...(unread > 0 && { value: `${unread} 条未读` })}
      onPress={() => open(boardPath(lease.id))}
    />
    {isRunning(lease) && (
      <Row
        icon="alert"
        label="报修"
        note="谁来修、什么时候到、谁付费，都在里面"
        onPress={() => open(reportPath(lease.id))}
      />
    )}
  </Card>
)

/** 变更、退租、争议: what a tenant can do beside paying. */
export const MineWays = ({ lease }: { lease: Lease }) => (
  <Card title="续租、退租和争议" flush>
    {mayMove(lease, 'renew') && !lease.renewedBy && (
      <Row
        icon="refresh"
        label="想续租"
        note="同等条件下您优先；出租方起草续签的租约，您来签署"
        onPress={() => open(boardPath(lease.id, RENEWAL))}
      />
    )}
    {lease.amendment && <Row icon="edit" label="查看提出的变更" onPress={() => open(amendmentPath(lease.id))} />}
    {mayMove(lease, 'proposeAmendment') && (
      <Row icon="edit" label="提出变更" note="对方确认后生效，原文本保留" onPress={() => open(amendPath(lease.id))} />
    )}
    {mayMove(lease, 'giveNotice') && (
      <Row
        icon="calendar"
        label="退租"
        note={lease.noticeDays > 0 ? `按租约提前 ${lease.noticeDays} 天通知` : '先看清最后居住日和违约金'}
        onPress={() => open(leavePath(lease.id))}
      />
    )}
    {(lease.status === 'ended' || lease.settlement) && (
      <Row icon="money" label="退租结算" note="双方都确认才生效" onPress={() => open(settlePath(lease.id))} />
    )}
    <Row
      icon="shield"
      label="有争议，向街镇投诉"
      note="押金、强制清退、维修、安全、隐私等；先在留言里说清楚，说不通再投诉"
      onPress={() => open(complainPath(lease.id))}
    />
    {isMade(lease) && <ConsentRow templates={['bill', 'lease_end', 'message']} />}
  </Card>
)
