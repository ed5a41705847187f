import { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import type { FilingView } from '@anju/shared/filing/filing'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { TextField } from '../../components/text-field'
import { useCommand } from '../../use-call'

/** 登记备案证明号: typed in when the city's platform has given it (FIL-09). */
export function CertifyCard({ filing, mayType }: { filing: FilingView; mayType: boolean }) {
  const certifying = useCommand(certificateRoutes.certifyFiling)
  const [officialNo, setOfficialNo] = useState('')
  const [failed, setFailed] = useState<unknown>()
  if (filing.status !== 'approved' || filing.type === 'cancellation' || !mayType) return null
  const typed = officialNo.trim()
  const save = async () => {
    const question = {
      title: '登记这个备案证明号？',
      content: `${typed}。登记后不能更改，请与市平台核对。`,
      yes: '登记',
    }
    if (!(await confirm(question))) return
    await certifying.run({ filingId: filing.id, version: filing.version, officialNo: typed }).then(
      () => toast('备案证明号已登记'),
      (error: unknown) => setFailed(error),
    )
  }
  return (
    <Card title="备案证明号">
      {failed !== undefined && <Notice tone="danger" title={sentenceOf(failed)} />}
      <TextField
        label="市平台返回的备案证明号"
        required
        maxLength={40}
        value={officialNo}
        hint="照抄，不含空格。"
        onChange={setOfficialNo}
      />
      <Button disabled={typed.length < 4} loading={certifying.pending} onPress={() => void save()}>
        登记证明号
      </Button>
    </Card>
  )
}
