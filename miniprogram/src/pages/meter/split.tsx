import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { DwellingId } from '@anju/shared/id'
import { splitRoutes } from '@anju/shared/meter/split.routes'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Loaded } from '../../components/loaded'
import { Notice, RuleNotice } from '../../components/notice'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { useCall } from '../../use-call'
import { SplitCharge } from './split-charge'
import { askOf, emptyDraft, type SplitDraft } from './split-draft'
import { SplitForm } from './split-form'
import { SplitResult } from './split-result'

/** 分摊试算: choose how, see who pays what and why. Nothing is written. */
export default function Split() {
  const { id = '' } = useRouter().params
  const dwellingId = id as DwellingId
  const home = useCall(dwellingRoutes.readDwelling, { dwellingId })
  useLoginFirst()
  return <Loaded call={home}>{({ rooms }) => <Trial dwellingId={dwellingId} rooms={rooms} />}</Loaded>
}

type Rooms = Parameters<typeof emptyDraft>[0]

function Trial({ dwellingId, rooms }: { dwellingId: DwellingId; rooms: Rooms }) {
  const [draft, setDraft] = useState<SplitDraft>(() => emptyDraft(rooms))
  const [asked, setAsked] = useState<ReturnType<typeof askOf>>()
  const trial = useCall(splitRoutes.splitUse, asked ?? askOf(dwellingId, draft), { enabled: asked !== undefined })
  const error = asked && trial.error
  return (
    <Page
      footer={
        <Button
          loading={asked !== undefined && trial.isFetching}
          disabled={draft.rooms.every(({ on }) => !on)}
          onPress={() => {
            const next = askOf(dwellingId, draft)
            if (JSON.stringify(next) === JSON.stringify(asked)) void trial.refetch()
            setAsked(next)
          }}
        >
          试算
        </Button>
      }
    >
      {error && (
        <>
          <Notice tone="danger" title={sentenceOf(error)}>
            {error instanceof CallError ? error.fields.map(({ message }) => message).join('；') : undefined}
          </Notice>
          {error instanceof CallError && error.rules.map((hit) => <RuleNotice key={hit.ruleId} hit={hit} />)}
        </>
      )}
      {asked && trial.data && (
        <>
          <SplitResult view={trial.data} kind={asked.kind} price={asked.price.by} />
          <SplitCharge key={JSON.stringify(asked)} asked={asked} view={trial.data} />
        </>
      )}
      <SplitForm draft={draft} onChange={setDraft} />
    </Page>
  )
}
