import {
  COMPLAINT_KIND_NAMES,
  COMPLAINT_STATUS_NAMES,
  type ComplaintView,
  OUTCOME_NAMES,
  type Part,
} from '@anju/shared/complaint/complaint'
import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { CONTENT_STATE_NAMES } from '@anju/shared/content/content'
import type { ComplaintId } from '@anju/shared/id'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useSignedIn } from '../../auth/token'
import { Card } from '../../components/card'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { type Step, Steps } from '../../components/steps'
import { Tag } from '../../components/tag'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { momentText } from '../../notice/moment-text'
import { useMe } from '../../person/hat'
import { useCall } from '../../use-call'
import { Actions, actsOf } from './actions'
import { limitWords } from './limit-words'
import { Pictures } from './pictures'
import './complaint.scss'

const PART_NAMES: Record<Part, string> = {
  text: '投诉内容',
  question: '工作人员的询问',
  statement: '对方的说明',
  answer: '答复',
  reopening: '申请重新办理的原因',
  second_answer: '再次答复',
  reporter_comment: '投诉人的评价',
  respondent_comment: '对方的评价',
}

function stepsOf({
  status,
  createdAt,
  acceptedAt,
  askedAt,
  answeredAt,
  takenByName,
  acceptBy,
  answerBy,
  round,
}: ComplaintView) {
  const done = (title: string, at: string, note?: string): Step => ({
    title,
    state: 'done',
    at: momentText(at),
    ...(note && { note }),
  })
  const steps: Step[] = [done(round === 2 ? '提交投诉，已申请重新办理' : '提交投诉', createdAt)]
  if (acceptedAt) steps.push(done('受理', acceptedAt, takenByName && `${takenByName} 办理`))
  else if (status === 'filed') steps.push({ title: '受理', state: 'now', note: `${momentText(acceptBy)} 前受理` })
  if (askedAt) steps.push(done('请对方说明', askedAt))
  if (answeredAt) steps.push(done('答复', answeredAt))
  else if (status === 'withdrawn') steps.push({ title: '已撤回', state: 'stopped' })
  else steps.push({ title: '答复', state: acceptedAt ? 'now' : 'next', note: `${momentText(answerBy)} 前答复` })
  return steps
}

/** 投诉 as one side sees it. */
function Content({ complaint }: { complaint: ComplaintView }) {
  const limit = limitWords(complaint)
  const parts = Object.entries(complaint.said) as [Part, NonNullable<ComplaintView['said'][Part]>][]
  const stars = [
    complaint.reporterStars !== undefined && `投诉人 ${complaint.reporterStars} 星`,
    complaint.respondentStars !== undefined && `对方 ${complaint.respondentStars} 星`,
  ].filter(Boolean)
  return (
    <>
      <Card
        title={COMPLAINT_KIND_NAMES[complaint.kind]}
        side={
          complaint.urgent && limit ? (
            <Tag tone="danger">紧急</Tag>
          ) : (
            <Tag tone={limit?.tone ?? (complaint.status === 'answered' ? 'done' : 'quiet')}>
              {limit?.tone === 'danger' ? limit.words : COMPLAINT_STATUS_NAMES[complaint.status]}
            </Tag>
          )
        }
      >
        <View>{complaint.placeText}</View>
        <Steps steps={stepsOf(complaint)} />
      </Card>
      {complaint.side === 'desk' && (
        <Card flush>
          <Row label="投诉人" value={complaint.reporterName} note="对方不知道是谁投诉的，请为其保密" />
        </Card>
      )}
      {complaint.side === 'respondent' && (
        <Notice title="工作人员请您说明情况">您写的内容只有工作人员能看到。如实说明有助于尽快办结。</Notice>
      )}
      {parts.map(([part, { text, at, state }]) => (
        <Card key={part} title={PART_NAMES[part]}>
          {part.endsWith('answer') && complaint.outcome && part === lastAnswer(complaint) && (
            <View className="complaint-kind">{OUTCOME_NAMES[complaint.outcome]}</View>
          )}
          <View className="complaint-words">{text}</View>
          <View className="complaint-note figures">
            {[momentText(at), state !== 'shown' && CONTENT_STATE_NAMES[state]].filter(Boolean).join(' · ')}
          </View>
        </Card>
      ))}
      <Pictures complaint={complaint} />
      {complaint.outcome && complaint.side === 'respondent' && (
        <Card flush>
          <Row label="处理结果" value={OUTCOME_NAMES[complaint.outcome]} />
        </Card>
      )}
      {stars.length > 0 && (
        <Card flush>
          <Row label="评价" value={stars.join('，')} />
        </Card>
      )}
      {complaint.reopenUntil && <Notice>{`不满意可以在 ${complaint.reopenUntil} 前申请重新办理一次。`}</Notice>}
    </>
  )
}

const lastAnswer = ({ round }: ComplaintView): Part => (round === 1 ? 'answer' : 'second_answer')

export default function ComplaintDetail() {
  const complaintId = useRouter().params.id as ComplaintId
  const signedIn = useSignedIn()
  const read = useCall(complaintRoutes.readComplaint, { complaintId }, { enabled: signedIn })
  const me = useMe().data?.id
  const acts = read.data ? actsOf(read.data, me) : []
  useLoginFirst()
  useRefreshOnShow()
  return (
    <Page footer={read.data && acts.length > 0 && <Actions complaint={read.data} acts={acts} />}>
      <Loaded call={read}>{(complaint) => <Content complaint={complaint} />}</Loaded>
    </Page>
  )
}
