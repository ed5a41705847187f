import { roomName } from '@anju/shared/dwelling/dwelling'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { type DwellingId, regionOf } from '@anju/shared/id'
import { METER_KIND_NAMES, MeterKind } from '@anju/shared/meter/device'
import type { MeterPlace } from '@anju/shared/meter/meter'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { SwitchRow } from '../../components/switch-row'
import { TextField } from '../../components/text-field'
import { useLoginFirst } from '../../lease/login-first'
import { newId } from '../../new-id'
import { useCall, useCommand } from '../../use-call'
import { DeviceFields, dialOf, EMPTY_DEVICE, plateOf } from './device-fields'
import { today } from './walk'

const placeOf = (key: string): MeterPlace =>
  key === 'whole' || key === 'common' ? { kind: key } : { kind: 'room', roomNo: key.slice('room:'.length) }

/** 登记一块表. */
export default function Register() {
  const { id = '' } = useRouter().params
  const dwellingId = id as DwellingId
  const home = useCall(dwellingRoutes.readDwelling, { dwellingId })
  const register = useCommand(meterRoutes.registerMeter)
  const [kind, setKind] = useState<MeterKind>('water')
  const [place, setPlace] = useState('whole')
  const [twoRates, setTwoRates] = useState(false)
  const [walkNo, setWalkNo] = useState('')
  const [installedOn, setInstalledOn] = useState(today)
  const [draft, setDraft] = useState(EMPTY_DEVICE)
  const [meterId] = useState(() => newId('mtr', regionOf(dwellingId)))
  useLoginFirst()
  const rates = twoRates && kind === 'electricity'
  const first = dialOf(draft, rates)
  const save = async () => {
    if (!first) return
    try {
      await register.run({
        dwellingId,
        meterId,
        kind,
        place: placeOf(place),
        twoRates: rates,
        walkNo: Number(walkNo) || 0,
        device: plateOf(draft),
        first,
        installedOn,
      })
      toast('已登记')
      void Taro.navigateBack()
    } catch {
      // What was refused stands on the page.
    }
  }
  return (
    <Page
      footer={
        <Button loading={register.pending} disabled={!first || !draft.serialNo.trim()} onPress={() => void save()}>
          登记
        </Button>
      }
    >
      {register.error && (
        <Notice tone="danger" title={sentenceOf(register.error)}>
          {register.error instanceof CallError
            ? register.error.fields.map(({ message }) => message).join('；')
            : undefined}
        </Notice>
      )}
      <Loaded call={home}>
        {({ rooms, communityName }) => (
          <>
            <Card title={communityName}>
              <ChoiceField
                required
                label="什么表"
                options={MeterKind.options.map((value) => ({ value, label: METER_KIND_NAMES[value] }))}
                value={kind}
                onChange={setKind}
              />
              <ChoiceField
                required
                label="量哪里"
                options={[
                  { value: 'whole', label: '总表' },
                  { value: 'common', label: '公共部分' },
                  ...rooms.map(({ roomNo }) => ({ value: `room:${roomNo}`, label: roomName(roomNo) })),
                ]}
                value={place}
                onChange={setPlace}
              />
              {kind === 'electricity' && (
                <SwitchRow label="分时电表（分别抄总和谷）" on={twoRates} onChange={setTwoRates} />
              )}
            </Card>
            <Card title="这块表">
              <DeviceFields
                draft={draft}
                twoRates={rates}
                withMultiplier={kind === 'electricity'}
                onChange={setDraft}
              />
              <DateField required label="从哪天起" value={installedOn} onChange={setInstalledOn} max={today()} />
              <TextField
                label="抄表顺序"
                hint="走一圈时第几块，可不填"
                value={walkNo}
                onChange={setWalkNo}
                type="number"
                maxLength={4}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  )
}
