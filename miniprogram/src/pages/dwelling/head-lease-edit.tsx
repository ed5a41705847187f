import { addDays, addMonths } from '@anju/shared/day'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { FIT_OUT_OWNER_NAMES, FitOutOwner } from '@anju/shared/head-lease/terms'
import { type DwellingId, type HeadLeaseId, regionOf } from '@anju/shared/id'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { MoneyField } from '../../components/money-field'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { PickField } from '../../components/pick-field'
import { SwitchRow } from '../../components/switch-row'
import { TextField } from '../../components/text-field'
import { newId } from '../../new-id'
import { useCall, useCommand, usePages } from '../../use-call'
import { SignedIn } from '../listing/signed-in'
import { Consent } from './head-lease-consent'
import { draftFrom, draftOf, type HeadDraft, inputOf, revisedOf } from './head-lease-draft'

const YEARS = ['1', '2', '3', '5', '8', '10'] as const
const CYCLES = [
  { value: '1', label: '月付' },
  { value: '3', label: '季付' },
  { value: '6', label: '半年付' },
  { value: '12', label: '年付' },
] as const

/** 登记主租约, or change one (`id`). */
export default function HeadLeaseEdit() {
  const { home, id } = useRouter().params
  return (
    <SignedIn>{() => (id ? <Kept id={id as HeadLeaseId} /> : <Form home={home as DwellingId | undefined} />)}</SignedIn>
  )
}

/** 修改主租约 (`id`). */
function Kept({ id }: { id: HeadLeaseId }) {
  const read = useCall(headLeaseRoutes.readHeadLease, { headLeaseId: id })
  if (read.data) return <Form home={read.data.dwellingIds[0]} kept={read.data} />
  return (
    <Page>
      <Loaded call={read}>{() => null}</Loaded>
    </Page>
  )
}

function Form({ home, kept }: { home: DwellingId | undefined; kept?: HeadLeaseView }) {
  const homes = usePages(dwellingRoutes.listDwellings, { limit: 50 })
  const record = useCommand(headLeaseRoutes.recordHeadLease)
  const revise = useCommand(headLeaseRoutes.reviseHeadLease)
  const [draft, setDraft] = useState<HeadDraft>(() => (kept ? draftFrom(kept) : draftOf(home)))
  const [reason, setReason] = useState('')
  const [made, setMade] = useState<{ region: string; id: string } | undefined>()
  const change = (part: Partial<HeadDraft>) => setDraft((before) => ({ ...before, ...part }))
  const fault = record.error ?? revise.error
  const refusal = fault instanceof CallError ? fault : undefined
  const errorAt = (path: string) => refusal?.fields?.find((field) => field.path === path)?.message
  const term = (years: string) => {
    if (draft.startOn) change({ endOn: addDays(addMonths(draft.startOn, Number(years) * 12), -1) })
  }
  const input = inputOf(draft)
  const send = () => {
    if (!input) return
    const region = regionOf(input.dwellingIds[0] as string)
    const id = made?.region === region ? made.id : newId('hle', region)
    setMade({ region, id })
    void record
      .run({ ...input, headLeaseId: id as ReturnType<typeof newId<'hle'>> })
      .then(() => {
        toast('已登记')
        void Taro.redirectTo({ url: `/pages/dwelling/head-lease?id=${id}` })
      })
      .catch(() => {})
  }
  const revised = kept && revisedOf(kept, draft, reason)
  const save = async () => {
    if (!kept || !revised) return
    const content = '业主也能看到修改的原因。已经记账的租期和租金不能改。'
    if (!(await confirm({ title: '修改主租约？', content, yes: '修改' }))) return
    await revise.run({ headLeaseId: kept.id, version: kept.version, ...revised }).then(
      () => {
        toast('已修改')
        void Taro.navigateBack()
      },
      () => {},
    )
  }
  return (
    <Page
      {...(kept && { title: '修改主租约' })}
      footer={
        kept ? (
          <Button loading={revise.pending} disabled={!revised} onPress={() => void save()}>
            修改主租约
          </Button>
        ) : (
          <Button loading={record.pending} disabled={!input} onPress={send}>
            登记主租约
          </Button>
        )
      }
    >
      {kept && (
        <Card title="为什么修改">
          <TextField
            label="原因"
            required
            value={reason}
            onChange={setReason}
            maxLength={200}
            placeholder="例如：业主换了收款账号"
            error={errorAt('reason')}
          />
        </Card>
      )}
      <Card title="房屋和业主">
        {!kept && (
          <PickField
            label="房屋"
            required
            options={homes.items.map(({ id, addressText }) => ({ value: id as string, label: addressText }))}
            value={draft.home}
            onChange={(value) => change({ home: value as DwellingId, consentPictureId: undefined })}
          />
        )}
        <TextField
          label="业主姓名"
          required
          value={draft.ownerName}
          onChange={(ownerName) => change({ ownerName })}
          maxLength={50}
        />
        <TextField
          label="业主电话"
          value={draft.ownerPhone}
          onChange={(ownerPhone) => change({ ownerPhone })}
          type="number"
          maxLength={20}
          error={errorAt('ownerPhone')}
          {...(kept?.ownerPhoneMasked && { placeholder: `不改则保留 ${kept.ownerPhoneMasked}` })}
        />
        <TextField
          label="开户银行"
          value={draft.ownerBank}
          onChange={(ownerBank) => change({ ownerBank })}
          maxLength={60}
        />
        <TextField
          label="收款账号"
          value={draft.ownerAccount}
          onChange={(ownerAccount) => change({ ownerAccount })}
          maxLength={32}
          hint="加密保存，只显示末四位。"
          error={errorAt('ownerAccount')}
          {...(kept?.ownerAccountMasked && { placeholder: `不改则保留 ${kept.ownerAccountMasked}` })}
        />
      </Card>
      <Card title="租期">
        <DateField label="起租日" required value={draft.startOn} onChange={(startOn) => change({ startOn })} />
        <ChoiceField
          label="签几年"
          options={YEARS.map((value) => ({ value, label: `${value} 年` }))}
          value={YEARS.find(
            (years) => draft.startOn && draft.endOn === addDays(addMonths(draft.startOn, Number(years) * 12), -1),
          )}
          onChange={term}
        />
        <DateField
          label="最后一天"
          required
          value={draft.endOn}
          min={draft.startOn}
          onChange={(endOn) => change({ endOn })}
          error={errorAt('endOn')}
        />
        <TextField
          label="起租免租天数"
          value={draft.freeDays}
          onChange={(freeDays) => change({ freeDays })}
          type="number"
          maxLength={3}
        />
      </Card>
      <Card title="租金">
        <MoneyField label="月租金" required fen={draft.rentFen} onChange={(rentFen) => change({ rentFen })} />
        <ChoiceField
          label="付款方式"
          required
          options={CYCLES}
          value={draft.cycle}
          onChange={(cycle) => change({ cycle })}
        />
        <MoneyField label="押金" fen={draft.depositFen} onChange={(depositFen) => change({ depositFen })} />
        <TextField
          label="从第几年起递增"
          value={draft.riseFromYear}
          onChange={(riseFromYear) => change({ riseFromYear })}
          type="number"
          maxLength={2}
        />
        <TextField
          label="每年递增百分之几"
          value={draft.risePercent}
          onChange={(risePercent) => change({ risePercent })}
          type="decimal"
          maxLength={5}
          hint={kept && kept.rises.length > 0 ? '不填则保留原来约定的递增。' : '按上一年租金计算，四舍五入到分。'}
        />
        <MoneyField label="中介费" fen={draft.agencyFeeFen} onChange={(agencyFeeFen) => change({ agencyFeeFen })} />
      </Card>
      <Card title="转租和装修">
        <SwitchRow
          label="业主同意转租"
          note="民法典第七百一十六条：未经出租人同意不得转租"
          on={draft.subletAllowed}
          onChange={(subletAllowed) => change({ subletAllowed })}
        />
        {draft.home && draft.subletAllowed && (
          <Consent
            home={draft.home}
            given={draft.consentPictureId !== undefined}
            onGiven={(consentPictureId) => change({ consentPictureId })}
          />
        )}
        <ChoiceField
          label="到期时装修"
          options={FitOutOwner.options.map((value) => ({ value, label: FIT_OUT_OWNER_NAMES[value] }))}
          value={draft.fitOutOwner}
          onChange={(fitOutOwner) => change({ fitOutOwner })}
        />
      </Card>
      {fault && (
        <Notice tone="danger" title={sentenceOf(fault)}>
          {refusal?.fields?.[0]?.message}
        </Notice>
      )}
    </Page>
  )
}
