import type { Lease } from '@anju/shared/lease/lease'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import { firstPaymentFen } from '@anju/shared/lease/schedule'
import { checkTerms } from '@anju/shared/lease/terms'
import { blocks } from '@anju/shared/rule'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { leasePath } from '../../lease/paths'
import { useLessor } from '../../lease/use-lessor'
import { showFault } from '../listing/show-fault'
import { type Draft, faultsOf, termsOf } from './draft'
import { DrawUpAbout } from './draw-up-about'
import { DrawUpDeposit } from './draw-up-deposit'
import { DrawUpRent } from './draw-up-rent'
import { DrawUpTerm } from './draw-up-term'
import { FirstPayment } from './first-payment'
import { Refusal } from './refusal'
import { useSendTerms } from './use-send-terms'

export type Source = { request: RentalRequest; lease?: undefined } | { lease: Lease; request?: undefined }

/** What every part of the form gets: the draft, how to change it, and what is wrong where. */
export interface PartProps {
  draft: Draft
  set: (changes: Partial<Draft>) => void
  errorAt: (path: string) => string | undefined
}

const FAULTS = '.field-error, .notice-danger'
const TENANT_KINDS = [
  { value: 'person', label: '个人' },
  { value: 'employer', label: '单位（职工居住）' },
] as const

export function DrawUpForm({ start, source }: { start: Draft; source: Source }) {
  const [draft, setDraft] = useState(start)
  const [tried, setTried] = useState(false)
  const { send, pending, error } = useSendTerms(source)
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))

  const lessor = useLessor(
    source.request ? source.request.holderId : source.lease.lessorId,
    (source.request ?? source.lease).dwellingId,
  )
  const terms = termsOf(draft)
  const faults = faultsOf(draft)
  const refusal = error instanceof CallError ? error : undefined
  const errorAt = (path: string) => (tried ? faults[path] : undefined) ?? refusal?.fieldError(path)
  const hits = terms ? checkTerms(terms, lessor) : []

  const submit = async () => {
    setTried(true)
    if (!terms || Object.keys(faults).length > 0 || blocks(hits).length > 0) {
      toast('请先按提示修改')
      return showFault(FAULTS)
    }
    const lease = await send(terms).catch((reason: unknown) => {
      toast(sentenceOf(reason))
    })
    if (!lease) return showFault(FAULTS)
    toast(source.lease ? '已修改，请重新签署' : '租约已起草')
    if (source.lease) void Taro.navigateBack()
    else void Taro.redirectTo({ url: leasePath(lease.id) })
  }

  const part = { draft, set, errorAt }
  return (
    <Page
      title={source.lease ? '修改租约' : '起草租约'}
      footer={
        <Button loading={pending} onPress={() => void submit()}>
          {source.lease ? '保存修改' : '提交租约'}
        </Button>
      }
    >
      <View className="draw-up-form">
        <DrawUpAbout source={source} />
        <DrawUpTerm {...part} hits={hits.filter((hit) => hit.ruleId === 'N-21')} />
        <DrawUpRent {...part} />
        <DrawUpDeposit {...part} hits={hits.filter((hit) => hit.ruleId !== 'N-21')} />
        <Card title="其他约定">
          <ChoiceField
            label="承租人是"
            required
            options={TENANT_KINDS}
            value={draft.tenantKind}
            onChange={(tenantKind) => set({ tenantKind })}
            error={errorAt('tenantKind')}
          />
          <TextField
            label="补充约定"
            multiline
            maxLength={1000}
            value={draft.remarks}
            onChange={(remarks) => set({ remarks })}
            error={errorAt('remarks')}
            placeholder="例如：宽带费由出租方承担"
          />
        </Card>
        {terms && <FirstPayment terms={terms} totalFen={firstPaymentFen(terms)} />}
        {error && <Refusal error={error} known={hits} />}
        {!source.lease && <Notice>提交后租客可以看到租约，双方都签署才成立；签署前您可以修改或撤回。</Notice>}
      </View>
    </Page>
  )
}
