import type { UpkeepId } from '@anju/shared/id'
import { MOST_REPAIR_PICTURES } from '@anju/shared/repair/repair'
import { CHECK_ITEMS, CHECK_KIND_NAMES, CheckKind, homeOf } from '@anju/shared/repair/upkeep'
import { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { today } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { newId } from '../../new-id'
import { PhotoField } from '../../picture/photo-field'
import { usePhotos } from '../../picture/use-photos'
import { useCommand } from '../../use-call'
import { toldOf } from './told'
import './repair.scss'

const ANSWERS = [
  { value: 'fine', label: '合格' },
  { value: 'wrong', label: '不合格' },
] as const
interface Answer {
  answer: 'fine' | 'wrong'
  note: string
}

/** 记一次检查 (`id`, `kind`): item by item; nothing is ticked before somebody looked. */
export default function CheckPage() {
  const params = useRouter().params
  const upkeepId = params.id as UpkeepId
  const kind = CheckKind.catch('safety').parse(params.kind)
  useLoginFirst()
  const [answers, setAnswers] = useState<Record<string, Answer>>({})
  const [on, setOn] = useState(today())
  const [checkId] = useState(() => newId('chk'))
  const photos = usePhotos(homeOf(upkeepId), 'check', MOST_REPAIR_PICTURES)
  const record = useCommand(upkeepRoutes.recordCheck)
  const asked = CHECK_ITEMS[kind]
  const left = asked.filter(({ key }) => !answers[key]).length
  const set = (key: string, part: Partial<Answer>) =>
    setAnswers((before) => ({ ...before, [key]: { answer: 'fine', note: '', ...before[key], ...part } }))
  const send = () => {
    if (left > 0) return toast(`还有 ${left} 项没有检查`)
    if (photos.sending) return toast('照片还在上传，请稍候')
    const items = asked.map(({ key }) => ({
      key,
      fine: answers[key]?.answer === 'fine',
      note: answers[key]?.note.trim() ?? '',
    }))
    void record.run({ upkeepId, checkId, kind, on, items, pictureIds: photos.pictureIds }).then(
      () => {
        toast('已记录')
        void Taro.navigateBack()
      },
      (error: unknown) => toast(toldOf(error)),
    )
  }
  return (
    <Page
      title={CHECK_KIND_NAMES[kind]}
      footer={
        <Button loading={record.pending} onPress={send}>
          {left > 0 ? `还有 ${left} 项` : '提交检查'}
        </Button>
      }
    >
      <Card>
        {asked.map(({ key, text }, index) => (
          <View key={key} className="check-item">
            <ChoiceField
              label={`${index + 1}. ${text}`}
              required
              options={ANSWERS}
              value={answers[key]?.answer}
              onChange={(answer) => set(key, { answer })}
            />
            {answers[key]?.answer === 'wrong' && (
              <TextField
                label="哪里不合格"
                maxLength={100}
                value={answers[key]?.note ?? ''}
                onChange={(note) => set(key, { note })}
              />
            )}
          </View>
        ))}
      </Card>
      <Card>
        <DateField label="检查日期" required value={on} max={today()} onChange={setOn} />
        <PhotoField photos={photos} name="检查" hint="可以附照片，作为检查的凭证。" />
      </Card>
    </Page>
  )
}
