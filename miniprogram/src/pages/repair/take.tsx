import type { RepairId } from '@anju/shared/id'
import { workRoutes } from '@anju/shared/repair/work.routes'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { useLoginFirst } from '../../lease/login-first'
import { useCommand } from '../../use-call'
import { repairPath } from './repair-words'
import { toldOf } from './told'

/** 接单 (`id`, `code`): a worker from outside takes the one job that was sent to them. */
export default function TakeRepair() {
  const { id, code: given = '' } = useRouter().params
  useLoginFirst()
  const [repairId, setRepairId] = useState(id ?? '')
  const [code, setCode] = useState(given)
  const take = useCommand(workRoutes.takeRepair)
  const send = () => {
    if (!repairId.trim() || !code.trim()) return toast('请填写维修单号和接单码')
    void take.run({ repairId: repairId.trim() as RepairId, code: code.trim() }).then(
      (repair) => void Taro.redirectTo({ url: repairPath(repair.id) }),
      (error: unknown) => toast(toldOf(error)),
    )
  }
  return (
    <Page
      footer={
        <Button loading={take.pending} onPress={send}>
          接单
        </Button>
      }
    >
      <Card>
        <Notice>接单后可以看到地址、照片和约定的上门时间；完成后这一单不再显示。</Notice>
        {!id && <TextField label="维修单号" required maxLength={60} value={repairId} onChange={setRepairId} />}
        <TextField label="接单码" required maxLength={8} value={code} onChange={setCode} />
      </Card>
    </Page>
  )
}
