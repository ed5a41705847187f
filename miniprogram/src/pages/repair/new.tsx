import { type DwellingId, type LeaseId, regionOf } from '@anju/shared/id'
import { MOST_REPAIR_PICTURES } from '@anju/shared/repair/repair'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import { FIRST_AID, PRIORITY_NAMES, TROUBLES, TroubleKind } from '@anju/shared/repair/trouble'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { useLoginFirst } from '../../lease/login-first'
import { newId } from '../../new-id'
import { PhotoField } from '../../picture/photo-field'
import { usePhotos } from '../../picture/use-photos'
import { useCommand } from '../../use-call'
import { repairPath } from './repair-words'

const OPTIONS = TroubleKind.options.map((value) => ({ value, label: TROUBLES[value].name }))

/** 报修: of my lease (`lease`), or of a home that I keep (`home`). */
export default function NewRepair() {
  const { lease, home } = useRouter().params
  const aboutId = (lease ?? home) as LeaseId | DwellingId
  useLoginFirst()
  const [trouble, setTrouble] = useState<TroubleKind | undefined>(undefined)
  const [description, setDescription] = useState('')
  const [repairId] = useState(() => newId('rep', regionOf(aboutId)))
  const photos = usePhotos(aboutId, 'repair', MOST_REPAIR_PICTURES)
  const report = useCommand(repairRoutes.reportRepair)
  const send = async () => {
    if (!trouble) return toast('请选择哪里坏了')
    if (photos.sending) return toast('照片还在上传，请稍候')
    await report
      .run({ repairId, aboutId, trouble, description: description.trim(), pictureIds: photos.pictureIds })
      .then(
        ({ id }) => void Taro.redirectTo({ url: repairPath(id) }),
        (error: unknown) => toast(sentenceOf(error)),
      )
  }
  const aid = trouble && FIRST_AID[trouble]
  return (
    <Page
      footer={
        <Button loading={report.pending} onPress={() => void send()}>
          提交报修
        </Button>
      }
    >
      <Card>
        <ChoiceField label="哪里坏了" required options={OPTIONS} value={trouble} onChange={setTrouble} />
        {aid && <Notice tone="danger" title={aid} />}
        {trouble && !aid && (
          <Notice source="时限为产品约定；以主管部门最新规定为准">
            {`按“${PRIORITY_NAMES[TROUBLES[trouble].priority]}”处理；超过时限无人处理，您可以自行维修并凭票据报销。`}
          </Notice>
        )}
        <TextField
          label="说明"
          required
          multiline
          maxLength={500}
          placeholder="什么东西、什么时候开始、有没有异响或漏水"
          value={description}
          onChange={setDescription}
          error={report.error instanceof CallError ? report.error.fieldError('description') : undefined}
        />
        <PhotoField photos={photos} name="报修" hint="拍下坏的地方和型号铭牌，最多九张。" />
      </Card>
    </Page>
  )
}
