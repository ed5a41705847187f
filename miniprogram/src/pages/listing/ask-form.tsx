import type { Output } from '@anju/shared/contract/route'
import type { Day } from '@anju/shared/day'
import { type DwellingId, regionOf } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { listingRoutes } from '@anju/shared/listing/listing.routes'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { goAndReturn } from '../../auth/back'
import { CallError } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { Money } from '../../components/money'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import { factsOf, today, usableAreaOf } from './listing-words'
import { OccupancyNotice } from './occupancy-notice'
import { Refusal, type WaysOn } from './refusal'
import { showFault } from './show-fault'
import { useDraft } from './use-draft'
import './ask.scss'

interface Props {
  userId: string
  listing: Output<typeof listingRoutes.readListing>
  dwellingId: DwellingId
}

const SENT = '/pages/lease/requests?side=sent'

type Term = '3' | '6' | '12' | '24' | 'other'
const TERMS = [
  { value: '3', label: '3 个月' },
  { value: '6', label: '半年' },
  { value: '12', label: '一年' },
  { value: '24', label: '两年' },
  { value: 'other', label: '其他' },
] as const

interface Form {
  moveInOn: Day
  term: Term
  months: string
  persons: string
  message: string
}

const WAYS_ON: WaysOn = {
  'person.identity_missing': { label: '去填写实名信息', onPress: () => goAndReturn('/pages/person/identity') },
  'request.already_open': { label: '查看我的申请', onPress: () => void Taro.redirectTo({ url: SENT }) },
}

const wholeNumber = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : undefined)

export function AskForm({ userId, listing, dwellingId }: Props) {
  const earliest = listing.availableOn && listing.availableOn > today() ? listing.availableOn : today()
  const start: Form = { moveInOn: earliest, term: '12', months: '', persons: '1', message: '' }
  const { value, change, sent } = useDraft(`ask:${listing.id}:${userId}`, start)
  const [requestId] = useState(() => newId('ask', regionOf(dwellingId)))
  const [tried, setTried] = useState(false)
  const command = useCommand(leaseRoutes.requestRental)
  const refusal = command.error instanceof CallError ? command.error : undefined
  const moveInOn = value.moveInOn < earliest ? earliest : value.moveInOn
  const months = value.term === 'other' ? wholeNumber(value.months) : Number(value.term)
  const persons = wholeNumber(value.persons)
  const wrong = {
    months: months ? refusal?.fieldError('months') : tried ? '请填写几个月' : undefined,
    persons: persons ? refusal?.fieldError('persons') : tried ? '请填写几个人住' : undefined,
  }

  const send = async () => {
    setTried(true)
    if (!months || !persons) {
      showFault('.field-error')
      return
    }
    const { message } = value
    await command.run({ listingId: listing.id, requestId, moveInOn, months, persons, message })
    sent()
    toast('申请已发给出租方')
    await Taro.redirectTo({ url: SENT })
  }

  return (
    <Page
      footer={
        <Button loading={command.pending} onPress={() => void send().catch(() => undefined)}>
          提交申请
        </Button>
      }
    >
      <Card>
        <View>
          <View className="ask-title">{listing.title}</View>
          <View className="ask-soft">{listing.communityName}</View>
          <View className="ask-soft figures">{factsOf(listing)}</View>
        </View>
        <Money fen={listing.rentFen} per="/月" />
      </Card>
      <Card>
        <DateField
          label="希望入住日期"
          required
          min={earliest}
          value={moveInOn}
          error={refusal?.fieldError('moveInOn')}
          onChange={(day) => change({ moveInOn: day })}
        />
        <ChoiceField
          label="租多久"
          required
          options={TERMS}
          value={value.term}
          error={value.term === 'other' ? undefined : wrong.months}
          onChange={(term) => change({ term })}
        />
        {value.term === 'other' && (
          <TextField
            label="租期（月）"
            required
            type="number"
            maxLength={3}
            value={value.months}
            error={wrong.months}
            onChange={(text) => change({ months: text })}
          />
        )}
        <TextField
          label="几个人住"
          hint="含您本人和孩子"
          required
          type="number"
          maxLength={2}
          value={value.persons}
          error={wrong.persons}
          onChange={(text) => change({ persons: text })}
        />
        <TextField
          label="给出租方留言"
          multiline
          maxLength={300}
          placeholder="例如：在附近上班，希望周末看房"
          value={value.message}
          error={refusal?.fieldError('message')}
          onChange={(message) => change({ message })}
        />
      </Card>
      <OccupancyNotice regionCode={regionOf(dwellingId)} usableAreaSquareMetres={usableAreaOf(listing)} />
      <Refusal error={command.error} action={refusal && WAYS_ON[refusal.code]} />
    </Page>
  )
}
