import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { yuan } from '@anju/shared/money'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { DateField } from '../../components/date-field'
import { confirm, toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { useCommand } from '../../use-call'
import { today } from '../listing/listing-words'

/** 提前结束主租约, with the day and the reason. */
export function EndSheet({ view, onClose }: { view: HeadLeaseView; onClose: () => void }) {
  const end = useCommand(headLeaseRoutes.endHeadLease)
  const [lastOn, setLastOn] = useState<string | undefined>(today() < view.endOn ? today() : view.endOn)
  const [reason, setReason] = useState('')
  const let_ = view.homes.flatMap(({ units }) => units.filter(({ state }) => state === 'let' || state === 'held_over'))
  const send = async () => {
    if (!lastOn) return
    const content = `最后一天是 ${lastOn}，之后不再应付租金，也不能再签到期更晚的租约。结束后不能恢复。`
    if (!(await confirm({ title: '提前结束主租约？', content, yes: '结束', danger: true }))) return
    await end.run({ headLeaseId: view.id, version: view.version, lastOn, reason: reason.trim() }).then(
      () => {
        toast('主租约已提前结束')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Sheet
      open
      title="提前结束主租约"
      onClose={onClose}
      footer={
        <Button
          kind="danger"
          loading={end.pending}
          disabled={!lastOn || reason.trim().length < 2}
          onPress={() => void send()}
        >
          提前结束
        </Button>
      }
    >
      {let_.length > 0 && (
        <Notice tone="warn" title={`还有 ${let_.length} 间在租`} source="民法典第七百一十七条">
          主租约结束后的转租期对业主没有约束力，请先与租客和业主商定。
        </Notice>
      )}
      <DateField label="最后一天" required value={lastOn} min={view.startOn} max={view.endOn} onChange={setLastOn} />
      <TextField
        label="原因"
        required
        multiline
        maxLength={200}
        value={reason}
        onChange={setReason}
        placeholder="例如：业主收回自住"
        hint="业主也能看到。"
      />
      {view.depositOutFen > 0 && (
        <Notice>{`业主还有押金 ¥${yuan(view.depositOutFen)} 未退，收到后请记“收回押金”。`}</Notice>
      )}
    </Sheet>
  )
}
