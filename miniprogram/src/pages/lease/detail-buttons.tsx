import { dayAt } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { yuan } from '@anju/shared/money'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { confirm, toast } from '../../components/feedback'
import { open } from '../../lease/paths'
import { useCommand } from '../../use-call'
import { nextAct } from './next-act'
import { SignSheet } from './sign-sheet'

/** Whether there is anything to do next. */
export const hasButtons = (lease: Lease, userId: UserId): boolean => nextAct(lease, userId) !== undefined

/** The next act of the reader: on this page, or the way to it. */
export function DetailButtons({ lease, userId }: { lease: Lease; userId: UserId }) {
  const [signing, setSigning] = useState(false)
  const offer = useCommand(leaseRoutes.offerLease)
  const refund = useCommand(tenancyRoutes.recordRefund)
  const next = nextAct(lease, userId)
  if (!next) return null

  const target = { leaseId: lease.id, version: lease.version }
  const said = (word: string) => [() => toast(word), (error: unknown) => toast(sentenceOf(error))] as const
  const send = async () => {
    const content = `${lease.lesseeName}会看到这份租约并可以签署。`
    if (await confirm({ title: '发给租客？', content, yes: '发出' }))
      await offer.run(target).then(...said('已发给租客'))
  }
  const pay = async () => {
    const fen = lease.settlement?.totalFen ?? 0
    const content =
      fen >= 0 ? `确认已退还 ¥${yuan(fen)}，将记入账本。` : `确认已收到租客补交的 ¥${yuan(-fen)}，将记入账本。`
    if (await confirm({ title: '记录结算款？', content, yes: '已付清' }))
      await refund.run({ ...target, paidOn: dayAt(new Date().toISOString()) }).then(...said('已记录'))
  }
  const press = () => {
    if (next.path) open(next.path)
    else if (next.act === 'sign') setSigning(true)
    else void (next.act === 'offer' ? send() : pay())
  }
  return (
    <>
      <Button loading={offer.pending || refund.pending} onPress={press}>
        {next.label}
      </Button>
      {signing && <SignSheet lease={lease} onClose={() => setSigning(false)} />}
    </>
  )
}
