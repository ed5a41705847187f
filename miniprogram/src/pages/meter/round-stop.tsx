import { dialText, MEASURE_NAMES, parseDial } from '@anju/shared/meter/device'
import { doubtOf, type RoundStop } from '@anju/shared/meter/round'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { classes } from '../../components/classes'
import { Icon } from '../../components/icon'
import { Page } from '../../components/page'
import { press } from '../../components/press'
import { DoubtSheet } from './doubt-sheet'
import { Keypad } from './keypad'
import { keepEntry, useOutbox } from './outbox'
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

type Register = 'total' | 'valley'

/** One meter of the round: what it showed, what it should show, the keypad, and on to the next. */
export function RoundStopPage({ stops, owner, offline, onRefresh }: Props) {
  const entries = useOutbox()
  const left = (stop: RoundStop) => progressOf(stop, entries) === 'left'
  const [chosen, setChosen] = useState<string>()
  const [typed, setTyped] = useState<Record<Register, string>>({ total: '', valley: '' })
  const [register, setRegister] = useState<Register>('total')
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
    const { id: meterId, homeName, kind, place, decimals } = stop
    keepEntry({
      meterId,
      homeName,
      kind,
      place,
      decimals,
      on,
      totalMilli,
      owner,
      ...(valleyMilli !== undefined && { valleyMilli }),
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
          <View className="round-dials">
            {(stop.twoRates ? (['total', 'valley'] as const) : (['total'] as const)).map((each) => (
              <View
                key={each}
                {...press(() => setRegister(each))}
                className={classes('round-dial', register === each && 'round-dial-on', doubt && 'round-dial-doubt')}
                aria-label={`${each === 'valley' ? '谷时读数' : '读数'} ${typed[each] || '未填'}`}
              >
                {stop.twoRates && <View className="round-dial-name">{each === 'valley' ? '谷' : '总'}</View>}
                <View className={classes('round-dial-text figures', !typed[each] && 'round-dial-empty')}>
                  {typed[each] || '0'}
                </View>
                <View className="round-soft">{MEASURE_NAMES[stop.kind]}</View>
              </View>
            ))}
          </View>
          <View className="round-facts figures">
            <View>
              上次 {dialText(stop.last.totalMilli, stop.decimals)}（{dayText(stop.last.on)}）
            </View>
            <View>今天应在{expectedText(stop, on)}</View>
            {doubt && (
              <View className="round-doubt">
                <Icon name="alert" />
                {doubt === 'lower' ? '比上次小，请再看一遍' : '比以往多得多，请再看一遍'}
              </View>
            )}
          </View>
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
