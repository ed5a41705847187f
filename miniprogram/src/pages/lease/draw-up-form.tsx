import { checkTerms } from '@anju/shared/lease/check-terms'
import type { Lease } from '@anju/shared/lease/lease'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import { firstPaymentFen } from '@anju/shared/lease/schedule'
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
import { useDraft } from '../listing/use-draft'
import { type Draft, faultsOf, termsOf } from './draft'
import { DrawUpAbout } from './draw-up-about'
import { DrawUpDeposit } from './draw-up-deposit'
import { DrawUpMore } from './draw-up-more'
import { DrawUpRent } from './draw-up-rent'
import { DrawUpTerm } from './draw-up-term'
import { FirstPayment } from './first-payment'
import { Refusal } from './refusal'
import { SchedulePreview } from './schedule-preview'
import { useSendTerms } from './use-send-terms'

/** What is written: the lease for a request, another text of one on offer, a change of a running one, or the one that follows it. */
export type Source =
  | { request: RentalRequest; lease?: undefined; purpose: 'draw-up' }
  | { lease: Lease; request?: undefined; purpose: 'revise' | 'amend' | 'renew' | 'correct' }

const WORDS = {
  'draw-up': { title: '起草租约', send: '发给租客', sent: '租约已发给租客' },
  revise: { title: '修改租约', send: '保存修改', sent: '已修改，请重新签署' },
  amend: { title: '变更租约', send: '发给对方确认', sent: '已发给对方确认' },
  correct: { title: '更正租约', send: '保存更正', sent: '已更正' },
  renew: { title: '续签租约', send: '发给租客', sent: '续签租约已发给租客' },
} as const

/** What every part of the form gets: the draft, how to change it, and what is wrong where. */
export interface PartProps {
  draft: Draft
  set: (changes: Partial<Draft>) => void
  errorAt: (path: string) => string | undefined
}

/** Rules that are told beside what they are about. */
const OF_MORE = ['SH-CON-11', 'CT-06', 'CT-07', 'CT-08', 'CT-13']
const ELSEWHERE = ['N-21', ...OF_MORE]
const FAULTS = '.field-error, .notice-danger'
const TENANT_KINDS = [
  { value: 'person', label: '个人' },
  { value: 'employer', label: '单位（职工居住）' },
] as const

export function DrawUpForm({ start, source }: { start: Draft; source: Source }) {
  const kept = useDraft(`lease:${(source.request ?? source.lease).id}:${source.purpose}`, start)
  const draft = kept.value
  const [tried, setTried] = useState(false)
  const { send, pending, error } = useSendTerms(source)
  const set = kept.change
  const words = WORDS[source.purpose]

  const lessor = useLessor(
    source.request ? source.request.holderId : source.lease.lessorId,
    (source.request ?? source.lease).dwellingId,
  )
  const terms = termsOf(draft)
  const faults = faultsOf(draft)
  const refusal = error instanceof CallError ? error : undefined
  const errorAt = (path: string) => (tried ? faults[path] : undefined) ?? refusal?.fieldError(path)
  const hits = terms ? checkTerms(terms, lessor) : []

  // What stands on the paper was agreed already: rules warn, and do not keep it from being written off.
  const onPaper = source.purpose === 'correct'
  const submit = async (asDraft = false) => {
    setTried(true)
    if (!terms || Object.keys(faults).length > 0 || (!asDraft && !onPaper && blocks(hits).length > 0)) {
      toast('请先按提示修改')
      return showFault(FAULTS)
    }
    const lease = await send(terms, { asDraft, lesseeName: draft.lesseeName ?? '' }).catch((reason: unknown) => {
      toast(sentenceOf(reason))
    })
    if (!lease) return showFault(FAULTS)
    kept.sent()
    toast(asDraft ? '已存为草稿' : words.sent)
    if (source.lease && source.purpose !== 'renew') void Taro.navigateBack()
    else void Taro.redirectTo({ url: leasePath(lease.id) })
  }

  const part = { draft, set, errorAt }
  return (
    <Page
      title={words.title}
      footer={
        <>
          {source.request && (
            <Button kind="quiet" loading={pending} onPress={() => void submit(true)}>
              存为草稿
            </Button>
          )}
          <Button loading={pending} onPress={() => void submit()}>
            {words.send}
          </Button>
        </>
      }
    >
      <View className="draw-up-form">
        <DrawUpAbout source={source} />
        {onPaper && (
          <Card title="承租人">
            <TextField
              label="承租人姓名"
              required
              maxLength={30}
              value={draft.lesseeName ?? ''}
              onChange={(lesseeName) => set({ lesseeName })}
              error={errorAt('lesseeName')}
              hint="和合同、租客的实名一致"
            />
          </Card>
        )}
        {kept.restored && (
          <Notice title="已恢复上次没有发出的内容">
            <Button kind="quiet" small onPress={kept.drop}>
              重新填写
            </Button>
          </Notice>
        )}
        <DrawUpTerm {...part} hits={hits.filter((hit) => hit.ruleId === 'N-21')} />
        <DrawUpRent {...part} />
        <DrawUpDeposit {...part} hits={hits.filter((hit) => !ELSEWHERE.includes(hit.ruleId))} />
        <DrawUpMore
          {...part}
          hits={hits.filter((hit) => OF_MORE.includes(hit.ruleId))}
          amending={source.purpose === 'amend'}
        />
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
        {terms && terms.startOn <= terms.endOn && <SchedulePreview terms={terms} />}
        {error && <Refusal error={error} known={hits} />}
        {source.purpose === 'draw-up' && (
          <Notice>发出后租客可以看到租约，双方都签署才成立；签署前您可以修改或撤回。</Notice>
        )}
      </View>
    </Page>
  )
}
