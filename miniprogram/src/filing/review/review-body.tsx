import type { FilingView } from '@anju/shared/filing/filing'
import { FILING_STATUS_NAMES } from '@anju/shared/filing/states'
import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Steps } from '../../components/steps'
import { Tag } from '../../components/tag'
import { FilingFacts } from '../filing-facts'
import { OccupantList } from '../occupant-list'
import { stepsOf } from '../progress'
import { ReasonList } from '../reason-list'
import { RuleHits } from '../rule-hits'
import { STATUS_TONES, waitedText } from '../words'
import { CertifyCard } from './certify-card'
import { Checklist } from './checklist'
import type { Review } from './use-review'
import './review-body.scss'

/** What was decided meanwhile by somebody else, told plainly. */
const Refused = ({ refusal, reload }: Pick<Review, 'refusal' | 'reload'>) =>
  refusal ? (
    <Notice tone="danger" title={refusal.message}>
      <View className="review-reload">
        <Button kind="quiet" small icon="refresh" onPress={reload}>
          重新载入
        </Button>
      </View>
    </Notice>
  ) : null

const Area = ({ room, occupants }: FilingView) =>
  room ? (
    <View className="review-area figures">
      {room.usableAreaSquareMetres === null
        ? `${occupants.length} 人，没有填写使用面积`
        : `${occupants.length} 人，人均 ${Math.floor((room.usableAreaSquareMetres * 100) / occupants.length) / 100} ㎡`}
    </View>
  ) : null

export function ReviewBody({ review, filing }: { review: Review; filing: FilingView }) {
  const { may, refusal, reload, ticked, tick } = review
  const waiting = ['submitted', 'committee_check', 'in_review', 'in_review2'].includes(filing.status)
  return (
    <>
      <View className="review-head">
        <View className="review-title" role="heading" aria-level="2">
          {filing.lesseeName} · {filing.communityName}
        </View>
        <Tag tone={STATUS_TONES[filing.status]}>{FILING_STATUS_NAMES[filing.status]}</Tag>
        {waiting && <Tag>{waitedText(filing.submittedAt)}</Tag>}
      </View>
      <Area {...filing} />
      <Refused refusal={refusal} reload={reload} />
      {may.own && (
        <Notice tone="warn" title="这是您自己的备案">
          提交人、出租方或承租方是您本人，请转给其他工作人员审核。
        </Notice>
      )}
      {filing.status === 'in_review' && !may.decide && !may.own && (
        <Notice title={`${filing.takenByName ?? '同事'}正在审核`}>由受理的工作人员作出决定。</Notice>
      )}
      {filing.checkedByCommittee && (
        <Notice
          tone={filing.checkedByCommittee.result === 'clear' ? 'info' : 'warn'}
          title={`居委核查：${filing.checkedByCommittee.result === 'clear' ? '情况属实' : '有疑问'}`}
        >
          {`${filing.checkedByCommittee.byName} ${filing.checkedByCommittee.note}`}
        </Notice>
      )}
      {filing.handover && <Notice title={`${filing.handover.byName}转办`}>{filing.handover.note}</Notice>}
      <ReasonList status={filing.status} reasons={filing.reasons} />
      <View className="review-columns">
        <View className="review-column">
          <FilingFacts filing={filing} />
          <OccupantList occupants={filing.occupants} />
        </View>
        <View className="review-column">
          <CertifyCard filing={filing} mayType={may.clerk} />
          {filing.hits.length > 0 && <RuleHits hits={filing.hits} withInputs />}
          {waiting && <Checklist filing={filing} ticked={ticked} onTick={tick} readOnly={!may.decide} />}
          <Card title="办理过程">
            <Steps steps={stepsOf(filing)} />
          </Card>
        </View>
      </View>
    </>
  )
}
