import {
  HANDOVER_KIND_NAMES,
  type HandoverFacts,
  ITEM_CONDITION_NAMES,
  ItemCondition,
  METER_NAMES,
  Meter,
  MOST_PICTURES,
} from '@anju/shared/lease/handover'
import type { Lease } from '@anju/shared/lease/lease'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { today } from '../../lease/lease-words'
import { PhotoField } from '../../picture/photo-field'
import { usePhotos } from '../../picture/use-photos'
import { useCommand } from '../../use-call'

type Item = HandoverFacts['items'][number]
const CONDITIONS = ItemCondition.options.map((value) => ({ value, label: ITEM_CONDITION_NAMES[value] }))
const USUAL = ['床', '衣柜', '桌椅', '空调', '热水器', '洗衣机', '门锁']
const usual = (): Item[] => USUAL.map((name) => ({ name, count: 1, condition: 'good', note: '' }))

/** Decimal text of a meter; undefined where it is no number. */
const numberOf = (text: string): number | undefined => (/^\d{1,8}(\.\d{1,3})?$/.test(text) ? Number(text) : undefined)

/** 填写交割单: readings, keys, things; at exit it begins with what was there at entry. */
export function HandoverForm({ lease, kind }: { lease: Lease; kind: 'entry' | 'exit' }) {
  const propose = useCommand(tenancyRoutes.proposeHandover)
  const [handedOn, setHandedOn] = useState(today())
  const [readings, setReadings] = useState<Partial<Record<string, string>>>({})
  const [keys, setKeys] = useState(String(lease.entry?.keyCount ?? 2))
  const [items, setItems] = useState<Item[]>(lease.entry?.items ?? usual())
  const [own, setOwn] = useState('')
  const [note, setNote] = useState('')
  const pictures = usePhotos(lease.id, 'handover', MOST_PICTURES)
  const refusal = propose.error instanceof CallError ? propose.error : undefined
  const change = (index: number, changes: Partial<Item>) =>
    setItems(items.map((item, each) => (each === index ? { ...item, ...changes } : item)))
  const add = () => {
    const name = own.trim()
    if (!name || items.some((item) => item.name === name)) return
    setItems([...items, { name, count: 1, condition: 'good', note: '' }])
    setOwn('')
  }
  const typed = Meter.options.filter((meter) => readings[meter])
  const wrong = typed.filter((meter) => numberOf(readings[meter] ?? '') === undefined)
  const submit = async () => {
    if (wrong.length > 0 || !/^\d{1,2}$/.test(keys)) {
      toast('请先按提示修改')
      return
    }
    if (pictures.sending) {
      toast('照片还在上传，请稍候')
      return
    }
    const facts = {
      handedOn,
      items,
      readings: typed.map((meter) => ({ meter, value: numberOf(readings[meter] ?? '') ?? 0 })),
      keyCount: Number(keys),
      note: note.trim(),
      pictureIds: pictures.pictureIds,
    }
    await propose.run({ leaseId: lease.id, version: lease.version, ...facts }).then(
      () => {
        toast('已发给租客确认')
        void Taro.navigateBack()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Page
      title={`${HANDOVER_KIND_NAMES[kind]}交割单`}
      footer={
        <Button loading={propose.pending} onPress={() => void submit()}>
          发给租客确认
        </Button>
      }
    >
      <Notice>与租客当面核对后填写；租客确认后{kind === 'entry' ? '即为交房' : '租约结束，开始结算'}。</Notice>
      <Card title="日期与表读数">
        <DateField
          label={kind === 'entry' ? '交房日期' : '退房日期'}
          required
          value={handedOn}
          max={today()}
          onChange={setHandedOn}
          error={refusal?.fieldError('handedOn')}
        />
        {Meter.options.map((meter) => {
          const before = lease.entry?.readings.find((each) => each.meter === meter)
          const place = typed.indexOf(meter)
          return (
            <TextField
              key={meter}
              label={`${METER_NAMES[meter]}读数`}
              type="decimal"
              maxLength={12}
              value={readings[meter] ?? ''}
              onChange={(value) => setReadings({ ...readings, [meter]: value })}
              hint={kind === 'exit' && before ? `交房时 ${before.value}` : undefined}
              error={
                wrong.includes(meter) ? '请填写数字，最多三位小数' : refusal?.fieldError(`readings.${place}.value`)
              }
            />
          )
        })}
        <TextField label="钥匙、门禁卡数量" required type="number" maxLength={2} value={keys} onChange={setKeys} />
      </Card>
      <Card title="物品">
        {items.map((item, index) => (
          <ChoiceField
            key={item.name}
            label={item.name}
            required
            options={CONDITIONS}
            value={item.condition}
            onChange={(condition) => change(index, { condition })}
          />
        ))}
        <TextField
          label="添加物品"
          value={own}
          onChange={setOwn}
          onConfirm={add}
          onBlur={add}
          maxLength={30}
          placeholder="例如：冰箱"
        />
      </Card>
      <Card title="照片">
        <PhotoField photos={pictures} name="交接" hint="拍下表读数、房间现状和已有损坏，退房时双方以此为依据。" />
      </Card>
      <Card>
        <TextField
          label="说明"
          multiline
          maxLength={300}
          value={note}
          onChange={setNote}
          placeholder="例如：客厅墙面有一处划痕"
        />
      </Card>
      {refusal && <Notice tone="danger" title={sentenceOf(refusal)} />}
    </Page>
  )
}
