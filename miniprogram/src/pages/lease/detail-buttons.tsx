import type { UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { confirm, toast } from '../../components/feedback'
import { open } from '../../lease/paths'
import { useCommand } from '../../use-call'
import { nextAct } from './next-act'
import { RefundSheet } from './refund-sheet'
import { SignSheet } from './sign-sheet'

/** Whether there is anything to do next. */
export const hasButtons = (lease: Lease, userId: UserId): boolean => nextAct(lease, userId) !== undefined

/** The next act of the reader: on this page, or the way to it. */
export function DetailButtons({ lease, userId }: { lease: Lease; userId: UserId }) {
  const [sheet, setSheet] = useState<'sign' | 'refund'>()
  const offer = useCommand(leaseRoutes.offerLease)
  const next = nextAct(lease, userId)
  if (!next) return null

  const target = { leaseId: lease.id, version: lease.version }
  const said = (word: string) => [() => toast(word), (error: unknown) => toast(sentenceOf(error))] as const
  const send = async () => {
    const content = `${lease.lesseeName}会看到这份租约并可以签署。`
    if (await confirm({ title: '发给租客？', content, yes: '发出' }))
      await offer.run(target).then(...said('已发给租客'))
  }
  const press = () => {
    if (next.path) open(next.path)
    else if (next.act === 'offer') void send()
    else setSheet(next.act)
  }
  return (
    <>
      <Button loading={offer.pending} onPress={press}>
        {next.label}
      </Button>
      {sheet === 'sign' && <SignSheet lease={lease} onClose={() => setSheet(undefined)} />}
      {sheet === 'refund' && <RefundSheet lease={lease} onClose={() => setSheet(undefined)} />}
    </>
  )
}
