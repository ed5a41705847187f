import { CONTENT_STATE_NAMES } from '@anju/shared/content/content'
import { unitName } from '@anju/shared/dwelling/dwelling'
import { yuan } from '@anju/shared/money'
import { FAULT_NAMES, PAYER_NAMES } from '@anju/shared/repair/payer'
import type { Quote } from '@anju/shared/repair/repair'
import { FIRST_AID, PRIORITY_NAMES, TROUBLES } from '@anju/shared/repair/trouble'
import type { RepairView } from '@anju/shared/repair/view'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { billPath, open } from '../../lease/paths'
import { momentText } from '../../notice/moment-text'
import { PhotoRow } from '../../picture/photo-row'
import { dueText, isLate, statusTag, stepText, stepTitle } from './repair-words'

const picturesOf = (repair: RepairView, ids: readonly string[]) => repair.pictures.filter(({ id }) => ids.includes(id))

function Facts({ repair }: { repair: RepairView }) {
  const now = new Date().toISOString()
  const { tone, words } = statusTag(repair)
  const due = dueText(repair, now)
  const late = isLate(repair, now)
  const aid = repair.arrivedAt ? undefined : FIRST_AID[repair.trouble]
  return (
    <Card title={TROUBLES[repair.trouble].name} side={<Tag tone={tone}>{words}</Tag>}>
      <View>{repair.description}</View>
      <View className="soft">
        {repair.addressText}
        {repair.unit ? ` ${unitName(repair.unit)}` : ''}
      </View>
      <View className={classes('soft', late && 'repair-late')}>
        {[PRIORITY_NAMES[repair.priority], due, repair.rounds > 1 && `第 ${repair.rounds} 次维修`]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {aid && repair.side === 'lessee' && <Notice tone="danger" title={aid} />}
      {repair.mayClaim && (
        <Notice
          tone="warn"
          title="已超过时限，您可以自行维修并凭票据报销"
          source="民法典第七百一十三条"
          ruleId="N-29"
        />
      )}
      <PhotoRow pictures={picturesOf(repair, repair.pictureIds)} name="报修" />
      {repair.waitingPictures > 0 && (
        <View className="soft">另有 {repair.waitingPictures} 张照片正在审核，通过后可见</View>
      )}
    </Card>
  )
}

const noteOf = ({ kind, taken }: NonNullable<RepairView['worker']>, open: boolean): string | undefined =>
  kind === 'staff' ? '本店人员' : taken ? '已接单' : open ? '尚未接单' : undefined

function WorkerCard({ repair }: { repair: RepairView }) {
  const { worker, visit, code } = repair
  if (!worker && !visit) return null
  const phone = worker?.phone
  const note = worker && noteOf(worker, phone !== undefined)
  const letter = `维修任务：${repair.addressText}，${TROUBLES[repair.trouble].name}。打开小程序“安居”接单：/pages/repair/take?id=${repair.id}&code=${code}`
  return (
    <Card title="维修人员" flush>
      {worker && (
        <Row
          icon="person"
          label={worker.name}
          {...(note && { note })}
          value={phone ?? worker.phoneMasked}
          {...(phone && { onPress: () => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => {}) })}
        />
      )}
      {visit && (
        <Row
          icon="calendar"
          label="上门时间"
          value={momentText(visit.at)}
          note={
            visit.agreedAt
              ? '双方已约定'
              : visit.proposedBy === 'lessee'
                ? '租客提出，待同意'
                : '出租方提出，待租客同意'
          }
        />
      )}
      {code && (
        <Row
          icon="key"
          label={`接单码 ${code}`}
          note="发给师傅，登录后凭码看到这一单；完成后自动失效"
          onPress={() => void Taro.setClipboardData({ data: letter })}
        />
      )}
    </Card>
  )
}

const QUOTE_WORDS: Record<Quote['status'], string> = { open: '待同意', agreed: '已同意', refused: '未同意' }
function QuoteCard({ repair, quote }: { repair: RepairView; quote: Quote }) {
  return (
    <Card title={`报价 ¥${yuan(quote.amountFen)}`} side={<Tag>{QUOTE_WORDS[quote.status]}</Tag>}>
      <View>{quote.finding}</View>
      <View className="soft">{`${FAULT_NAMES[quote.fault]}，${PAYER_NAMES[quote.payer]}`}</View>
      {quote.answer && <View className="soft">{`答复：${quote.answer}`}</View>}
      <PhotoRow pictures={picturesOf(repair, quote.pictureIds)} name="报价" />
    </Card>
  )
}

function MoneyCard({ repair }: { repair: RepairView }) {
  const { cost, claim, costFen } = repair
  if (!cost && !claim && !costFen) return null
  const billId = cost?.billId
  return (
    <Card title="费用" flush>
      {costFen !== undefined && costFen > 0 && <Row icon="money" label="维修费用" value={`¥${yuan(costFen)}`} />}
      {cost && (
        <Row label={PAYER_NAMES[cost.payer]} note={`${cost.paidOn} 已入账`} value={`¥${yuan(cost.amountFen)}`} />
      )}
      {billId && <Row icon="document" label="租客的账单" onPress={() => open(billPath(billId))} />}
      {claim && (
        <Row
          icon="money"
          label="租客自修费用"
          note={
            claim.settledBy === 'rent'
              ? '已认可，抵下期租金'
              : claim.settledBy === 'cash'
                ? '已认可，已退还'
                : claim.refusal
                  ? `未认可：${claim.refusal}`
                  : '待出租方核对'
          }
          value={`¥${yuan(claim.amountFen)}`}
        />
      )}
      {claim && (
        <View className="repair-receipts">
          <PhotoRow pictures={picturesOf(repair, claim.receiptIds)} name="票据" />
        </View>
      )}
    </Card>
  )
}

/** The trouble, who comes and when, what it costs, and all that happened. */
export function DetailView({ repair }: { repair: RepairView }) {
  return (
    <>
      <Facts repair={repair} />
      <WorkerCard repair={repair} />
      {repair.quotes.map((quote) => (
        <QuoteCard key={quote.at} repair={repair} quote={quote} />
      ))}
      <MoneyCard repair={repair} />
      {repair.status === 'disputed' && repair.side === 'lessee' && (
        <Card>
          <Notice tone="warn" title="协商不成，可以向街镇投诉" source="住房租赁条例" />
          <View className="repair-buttons">
            <Button
              kind="quiet"
              small
              onPress={() => open(`/pages/complaint/new?leaseId=${repair.leaseId}&kind=repair`)}
            >
              去投诉
            </Button>
          </View>
        </Card>
      )}
      <Card title="进度">
        {[...repair.steps].reverse().map((step) => (
          <View key={`${step.at}${step.what}`} className="repair-step">
            <View className="repair-head">
              <View className="repair-title">{stepTitle(step)}</View>
              <View className="soft figures">{momentText(step.at)}</View>
            </View>
            {step.text && step.what !== 'report' && <View>{stepText(step)}</View>}
            {step.side === repair.side && step.state && step.state !== 'shown' && (
              <View className="soft">{CONTENT_STATE_NAMES[step.state]}</View>
            )}
            {step.what !== 'report' && (
              <PhotoRow pictures={picturesOf(repair, step.pictureIds)} name={stepTitle(step)} />
            )}
          </View>
        ))}
      </Card>
    </>
  )
}
