import { caseRoutes } from '@anju/shared/filing/case.routes'
import type { FilingDetails } from '@anju/shared/filing/details'
import type { FilingView } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { type FilingId, regionOf } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Notice, RuleNotice } from '../../components/notice'
import { type DraftOccupant, inputOf } from '../../filing/draft'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'

const DECLARED = { truthful: true, notPartitioned: true, withinLimits: true, safetyChecked: true } as const

function Refusal({ error, occupants }: { error: Error; occupants: readonly DraftOccupant[] }) {
  const refusal = error instanceof CallError ? error : undefined
  const whose = (path: string) => occupants[Number(path.split('.')[1])]?.name
  return (
    <>
      <Notice tone="danger" title={sentenceOf(error)}>
        {refusal?.fields.map(({ path, message }) => [whose(path), message].filter(Boolean).join('：')).join('；')}
      </Notice>
      {refusal?.rules.map((hit) => (
        <RuleNotice key={`${hit.ruleId}${hit.message}`} hit={hit} />
      ))}
      {refusal?.code === 'filing.exists' && (
        <Button kind="quiet" small onPress={() => void Taro.redirectTo({ url: '/pages/filing/mine' })}>
          查看我的备案
        </Button>
      )}
    </>
  )
}

/** What the server found missing in the details, by field. */
const wrongDetails = (error: Error | undefined): Record<string, string> =>
  Object.fromEntries(
    (error instanceof CallError ? error.fields : []).flatMap(({ path, message }) =>
      path.startsWith('details.') ? [[path.slice('details.'.length), message]] : [],
    ),
  )

interface Content {
  occupants: readonly DraftOccupant[]
  details: FilingDetails
}

/** A case that is saved as it is filled in, and handed in at the end; after 补正 it is handed in once more. */
export function useSubmit(lease: Lease, given: FilingView | undefined) {
  const starting = useCommand(caseRoutes.startFiling)
  const filling = useCommand(caseRoutes.fillFiling)
  const sending = useCommand(caseRoutes.sendFiling)
  const resubmitting = useCommand(filingRoutes.resubmitFiling)
  const [filing, setFiling] = useState(given)
  const [filingId] = useState(() => newId('fil', regionOf(lease.id)))
  const [failed, setFailed] = useState<{ error: Error; occupants: readonly DraftOccupant[] }>()

  const trying = (occupants: readonly DraftOccupant[], work: () => Promise<FilingView>) => {
    setFailed(undefined)
    return work().catch((error: Error) => {
      setFailed({ error, occupants })
      return undefined
    })
  }
  const begin = async () => {
    const begun = await starting.run({ leaseId: lease.id, filingId, type: 'new' })
    setFiling(begun)
    return begun
  }
  /** What is saved for later; a case that came back is saved when it is handed in. */
  const save = ({ occupants, details }: Content) =>
    trying(occupants, async () => {
      if (filing?.status === 'supplement') return filing
      const before = filing ?? (await begin())
      const content = { details: { ...before.details, ...details }, occupants: occupants.map(inputOf) }
      const after = await filling.run({ filingId: before.id as FilingId, version: before.version, ...content })
      setFiling(after)
      return after
    })
  const send = ({ occupants, details }: Content) =>
    trying(occupants, async () => {
      if (!filing) throw new Error('nothing was begun')
      const on = { filingId: filing.id as FilingId, version: filing.version, declarations: DECLARED }
      return filing.status === 'supplement'
        ? resubmitting.run({ ...on, occupants: occupants.map(inputOf), details })
        : sending.run(on)
    })
  return {
    filing,
    setFiling,
    save,
    send,
    pending: [starting, filling, sending, resubmitting].some((command) => command.pending),
    wrong: wrongDetails(failed?.error),
    refusal: failed && <Refusal {...failed} />,
  }
}
