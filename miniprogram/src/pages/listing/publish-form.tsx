import { type Dwelling, type Unit, unitKey } from '@anju/shared/dwelling/dwelling'
import { payCycleName } from '@anju/shared/listing/listing'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { yuan } from '@anju/shared/money'
import { upkeepIdOf } from '@anju/shared/repair/upkeep'
import { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { goBack } from '../../auth/back'
import { CallError } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { MoneyField } from '../../components/money-field'
import { RuleNotice } from '../../components/notice'
import { Page } from '../../components/page'
import { PickField } from '../../components/pick-field'
import { Row } from '../../components/row'
import { TextField } from '../../components/text-field'
import { newId } from '../../new-id'
import { useCall, useCommand } from '../../use-call'
import { CYCLES, DEPOSITS, newAdvert, ORIENTATIONS, placeOf } from './advert-form'
import { firstPayment, today } from './listing-words'
import { Refusal } from './refusal'
import { showFault } from './show-fault'
import { useDraft } from './use-draft'
import './publish.scss'

interface Props {
  dwelling: Dwelling
  unit: Unit
  userId: string
}

export function PublishForm({ dwelling, unit, userId }: Props) {
  const { value, change, sent } = useDraft(`publish:${dwelling.id}:${unitKey(unit)}:${userId}`, newAdvert())
  const [listingId] = useState(() => newId('lst', dwelling.address.townCode))
  const [tried, setTried] = useState(false)
  const command = useCommand(listingRoutes.publishListing)
  const upkeepId = upkeepIdOf(dwelling.id)
  const warning = useCall(upkeepRoutes.readUpkeep, { upkeepId }).data?.warning
  const refusal = command.error instanceof CallError ? command.error : undefined
  const { rentFen, orientation } = value
  const payCycle = {
    depositMonths: Number(value.depositMonths),
    rentMonths: Number(value.rentMonths) as 0 | 1 | 3 | 6 | 12,
  }
  const availableOn = value.availableOn < today() ? today() : value.availableOn
  const missing = {
    title: tried && value.title.trim().length < 2 ? '请填写标题，至少两个字' : undefined,
    rent: tried && !rentFen ? '请填写月租金' : undefined,
  }
  const first = rentFen ? firstPayment(rentFen, payCycle) : undefined
  const aboutHome =
    refusal && (refusal.rules.length > 0 || refusal.fieldError('unit') || refusal.code === 'dwelling.no_such_unit')

  const send = async () => {
    setTried(true)
    if (value.title.trim().length < 2 || !rentFen) {
      showFault('.field-error')
      return
    }
    const { title, description } = value
    const { status } = await command.run({
      dwellingId: dwelling.id,
      listingId,
      unit,
      title,
      description,
      rentFen,
      payCycle,
      orientation,
      availableOn,
    })
    sent()
    toast(status === 'published' ? '房源已发布' : '已提交，审核通过后发布')
    goBack(`/pages/dwelling/board?id=${dwelling.id}`)
  }

  return (
    <Page
      footer={
        <Button loading={command.pending} onPress={() => void send().catch(() => undefined)}>
          发布房源
        </Button>
      }
    >
      <Card>
        <View>
          <View className="publish-title">{placeOf(dwelling, unit)}</View>
          <View className="publish-soft">{dwelling.communityName}</View>
          <View className="publish-soft">{dwelling.addressText}</View>
        </View>
      </Card>
      {warning && (
        <>
          <RuleNotice hit={warning} />
          <Card flush>
            <Row
              icon="shield"
              label="去做安全自查"
              note="继续发布即表示已知悉这条提示"
              onPress={() => void Taro.navigateTo({ url: `/pages/repair/check?id=${upkeepId}&kind=safety` })}
            />
          </Card>
        </>
      )}
      <Card title="租金">
        <MoneyField
          label="月租金"
          required
          fen={rentFen}
          error={missing.rent ?? refusal?.fieldError('rentFen')}
          onChange={(fen) => change({ rentFen: fen })}
        />
        <ChoiceField
          label="押金"
          required
          options={DEPOSITS}
          value={value.depositMonths}
          onChange={(depositMonths) => change({ depositMonths })}
        />
        <ChoiceField
          label="租金怎么付"
          required
          options={CYCLES}
          value={value.rentMonths}
          hint={`${payCycleName(payCycle)}${first?.totalFen === undefined ? '' : `，租客首期应付 ${yuan(first.totalFen)} 元`}`}
          onChange={(rentMonths) => change({ rentMonths })}
        />
      </Card>
      <Card title="介绍">
        <TextField
          label="标题"
          required
          maxLength={40}
          placeholder="例如：近地铁朝南次卧"
          value={value.title}
          error={missing.title ?? refusal?.fieldError('title')}
          onChange={(title) => change({ title })}
        />
        <TextField
          label="说明"
          multiline
          maxLength={1000}
          placeholder="交通、家具家电、合租情况、看房时间"
          value={value.description}
          error={refusal?.fieldError('description')}
          onChange={(description) => change({ description })}
        />
        <PickField
          label="朝向"
          options={ORIENTATIONS}
          value={orientation}
          onChange={(next) => change({ orientation: next === 'unsaid' ? undefined : next })}
        />
        <DateField
          label="最早入住"
          required
          min={today()}
          value={availableOn}
          error={refusal?.fieldError('availableOn')}
          onChange={(day) => change({ availableOn: day })}
        />
      </Card>
      <Refusal
        error={command.error}
        note={refusal?.fieldError('unit')}
        action={
          aboutHome
            ? {
                label: '去修改房屋资料',
                onPress: () => void Taro.navigateTo({ url: `/pages/dwelling/edit?id=${dwelling.id}` }),
              }
            : undefined
        }
      />
    </Page>
  )
}
