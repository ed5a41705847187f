import { amountText, dialText, MEASURE_NAMES } from '@anju/shared/meter/device'
import type { Meter } from '@anju/shared/meter/meter'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import type { KeptReading } from '@anju/shared/meter/reading'
import { SUSPICION_NAMES } from '@anju/shared/meter/suspicion'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { toast } from '../../components/feedback'
import { List } from '../../components/list'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Sheet } from '../../components/sheet'
import { Tag } from '../../components/tag'
import { TextField } from '../../components/text-field'
import { useCommand, usePages } from '../../use-call'
import { ReadingPhoto } from './reading-photo'
import { dayText } from './words'
import './tariff-card.scss'

function noteOf({ useMilli, days, suspicions, reason, reversed }: KeptReading, measure: string): string {
  const use = `${days} 天用了 ${amountText(useMilli)} ${measure}`
  const doubt =
    suspicions.length > 0 ? `；${suspicions.map((each) => SUSPICION_NAMES[each]).join('、')}：${reason}` : ''
  return reversed ? `已撤销：${reversed.reason}` : `${use}${doubt}`
}

/** 历次读数: a reading is never edited; a wrong one is reversed and stays to be seen. */
export function ReadingList({ meter }: { meter: Meter }) {
  const pages = usePages(meterRoutes.listReadings, { meterId: meter.id })
  const reverse = useCommand(meterRoutes.reverseReading)
  const [taken, setTaken] = useState<KeptReading>()
  const [reason, setReason] = useState('')
  const measure = MEASURE_NAMES[meter.kind]
  const decimalsOf = ({ device }: KeptReading) => meter.devices[device]?.decimals ?? 0
  const take = async (reading: KeptReading) => {
    try {
      await reverse.run({ meterId: meter.id, readingId: reading.id, version: meter.version, reason: reason.trim() })
      toast('已撤销')
      setTaken(undefined)
    } catch (error) {
      toast(sentenceOf(error))
    }
  }
  return (
    <Card title="历次读数" flush>
      <List
        pages={pages}
        keyOf={(reading) => reading.id}
        render={(reading) => (
          <Row
            label={`${dayText(reading.on)}  ${dialText(reading.totalMilli, decimalsOf(reading))}`}
            note={noteOf(reading, measure)}
            value={
              reading.reversed ? (
                <Tag>已撤销</Tag>
              ) : reading.suspicions.length > 0 ? (
                <Tag tone="warn">已说明</Tag>
              ) : undefined
            }
            {...(!reading.reversed && {
              onPress: () => {
                setReason('')
                setTaken(reading)
              },
            })}
          />
        )}
        empty={<Empty title="还没有读数" hint="在“抄表”里抄第一次。" />}
      />
      {taken && (
        <Sheet
          open
          title={`${dayText(taken.on)}的读数 ${dialText(taken.totalMilli, decimalsOf(taken))}`}
          onClose={() => setTaken(undefined)}
          footer={
            <Button
              kind="danger"
              loading={reverse.pending}
              disabled={reason.trim().length < 2}
              onPress={() => void take(taken)}
            >
              撤销这次读数
            </Button>
          }
        >
          {taken.pictureId && <ReadingPhoto pictureId={taken.pictureId} />}
          <Notice tone="warn" title="撤销后不再计入用量">
            读数会留在记录里并标明已撤销，前后两段用量合成一段。如果已按它出过账单，请一并更正账单。
          </Notice>
          <TextField label="撤销原因" value={reason} onChange={setReason} maxLength={200} required />
        </Sheet>
      )}
    </Card>
  )
}
