import { dialText, parseDial } from '@anju/shared/meter/device'
import { doubtOf, type RoundStop } from '@anju/shared/meter/round'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Page } from '../../components/page'
import { Dials, type Register } from './dials'
import { DoubtSheet } from './doubt-sheet'
import { Keypad } from './keypad'
import { keepEntry, useOutbox } from './outbox'
import { type Photo, takePhoto } from './photo'
import { RoundList } from './round-list'
import { RoundTop } from './round-top'
import { useSending } from './use-sending'
import { progressOf, today } from './walk'
import { dayText, expectedText, meterName } from './words'

interface Props {
  stops: RoundStop[]
  owner: string
  offline: boolean
  onRefresh: () => void
}

/** One meter of the round: what it showed, what it should show, the keypad, and on to the next. */
export function RoundStopPage({ stops, owner, offline, onRefresh }: Props) {
  const entries = useOutbox()
  const left = (stop: RoundStop) => progressOf(stop, entries) === 'left'
  const [chosen, setChosen] = useState<string>()
  const [typed, setTyped] = useState<Record<Register, string>>({ total: '', valley: '' })
  const [register, setRegister] = useState<Register>('total')
  const [photo, setPhoto] = useState<Photo>()
  const [doubted, setDoubted] = useState(false)
  const [listed, setListed] = useState(false)
  useSending(owner)

  const at = Math.max(
    0,
    stops.findIndex((each) => (chosen ? each.id === chosen : left(each))),
  )
  const stop = stops[at] as RoundStop
  const finished = !chosen && !stops.some(left)
  const on = today()
  const totalMilli = parseDial(typed.total)
  const valleyMilli = stop.twoRates ? parseDial(typed.valley) : undefined
  const complete = totalMilli !== undefined && (!stop.twoRates || valleyMilli !== undefined)
  const doubt = totalMilli === undefined ? undefined : doubtOf(stop, on, totalMilli)

  const show = (id: string | undefined) => {
    setChosen(id)
    setTyped({ total: '', valley: '' })
    setRegister('total')
    setPhoto(undefined)
    setDoubted(false)
    setListed(false)
  }
  /** The next one that is left behind this one, or before it. */
  const next = () => {
    const order = [...stops.slice(at + 1), ...stops.slice(0, at)]
    show(order.find(left)?.id)
  }
  const keep = (reason?: string) => {
    if (totalMilli === undefined) return
    const { id: meterId, dwellingId, homeName, kind, place, decimals } = stop
    keepEntry({
      meterId,
      dwellingId,
      homeName,
      kind,
      place,
      decimals,
      on,
      totalMilli,
      owner,
      ...(valleyMilli !== undefined && { valleyMilli }),
      ...(photo && { photo }),
      ...(reason && { reason }),
    })
    next()
  }
  const advance = () => {
    if (stop.twoRates && register === 'total' && totalMilli !== undefined && typed.valley === '') setRegister('valley')
    else if (doubt) setDoubted(true)
    else keep()
  }

  return (
    <Page
      footer={
        finished ? undefined : (
          <View className="round-thumb">
            <Keypad
              text={typed[register]}
              digits={stop.digits}
              decimals={stop.decimals}
              onChange={(text) => setTyped({ ...typed, [register]: text })}
            />
            <View className="round-buttons">
              <Button kind="quiet" onPress={next}>
                跳过
              </Button>
              <Button
                onPress={advance}
                disabled={!complete && !(stop.twoRates && register === 'total' && totalMilli !== undefined)}
              >
                {stop.twoRates && register === 'total' && typed.valley === '' ? '下一项：谷' : '保存，下一块'}
              </Button>
            </View>
          </View>
        )
      }
    >
      <RoundTop
        stops={stops}
        entries={entries}
        owner={owner}
        offline={offline}
        onList={() => setListed(true)}
        onRefresh={onRefresh}
      />
      {finished ? (
        <RoundList stops={stops} entries={entries} onChoose={show} />
      ) : (
        <View className="round-stop">
          <View className="round-place">
            <View className="round-home">{stop.homeName}</View>
            <View className="round-meter">{meterName(stop)}</View>
            <View className="round-soft">表号 {stop.serialNo}</View>
          </View>
          <Dials stop={stop} typed={typed} register={register} doubt={doubt} onRegister={setRegister} />
          <View className="round-facts figures">
            <View>
              上次 {dialText(stop.last.totalMilli, stop.decimals)}（{dayText(stop.last.on)}）
            </View>
            <View>{expectedText(stop, on)}</View>
          </View>
          <Button kind="quiet" small icon="camera" onPress={() => void takePhoto(stop.dwellingId).then(setPhoto)}>
            {photo ? '已拍照，重拍' : '拍照（可不拍）'}
          </Button>
        </View>
      )}
      <RoundList sheet={listed} onClose={() => setListed(false)} stops={stops} entries={entries} onChoose={show} />
      <DoubtSheet
        doubt={doubted ? doubt : undefined}
        stop={stop}
        totalMilli={totalMilli ?? 0}
        onClose={() => setDoubted(false)}
        onKeep={keep}
      />
    </Page>
  )
}
