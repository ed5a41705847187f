import type { FilingView } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { regionOf } from '@anju/shared/id'
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

/** Hands the case in, the first time or after 补正; the id of a new case stays the same while it is sent again. */
export function useSubmit(lease: Lease, returned: FilingView | undefined) {
  const submitting = useCommand(filingRoutes.submitFiling)
  const resubmitting = useCommand(filingRoutes.resubmitFiling)
  const [filingId] = useState(() => newId('fil', regionOf(lease.id)))
  const [failed, setFailed] = useState<{ error: Error; occupants: readonly DraftOccupant[] }>()

  const submit = (occupants: readonly DraftOccupant[]): Promise<FilingView | undefined> => {
    setFailed(undefined)
    const content = { occupants: occupants.map(inputOf), declarations: DECLARED }
    const sent = returned
      ? resubmitting.run({ filingId: returned.id, version: returned.version, ...content })
      : submitting.run({ leaseId: lease.id, filingId, ...content })
    return sent.catch((error: Error) => {
      setFailed({ error, occupants })
      return undefined
    })
  }
  return {
    submit,
    pending: submitting.pending || resubmitting.pending,
    refusal: failed && <Refusal {...failed} />,
  }
}
