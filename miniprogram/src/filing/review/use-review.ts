import { deskRoutes } from '@anju/shared/filing/desk.routes'
import type { FilingView } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { ReasonCode } from '@anju/shared/filing/reason'
import type { UserId } from '@anju/shared/id'
import type { Hat } from '@anju/shared/person/person'
import { useState } from 'react'
import { confirm, toast } from '../../components/feedback'
import { useMe } from '../../person/hat'
import { type Command, useCall, useCommand } from '../../use-call'
import { checklistOf } from '../checklist'
import { useFresh } from '../use-fresh'

export type Decision = 'return' | 'reject'
/** What the officer is being asked about in a sheet. */
type Asking = Decision | 'committee' | 'hand_over'
export type Reasons = { code: ReasonCode; explanation: string }[]

/** What this officer may do with this case now. */
function mayOf(filing: FilingView | undefined, hat: Hat | undefined, me: string | undefined) {
  const clerk = filing !== undefined && hat?.role === 'clerk'
  const own = [filing?.submittedBy, filing?.lessorId, filing?.lesseeId].some((party) => party === me)
  const inReview = filing?.status === 'in_review' || filing?.status === 'in_review2'
  return {
    own: clerk && own,
    clerk: clerk && !own,
    take: clerk && !own && filing.status === 'submitted',
    check: clerk && !own && filing.status === 'committee_check',
    decide: clerk && !own && inReview && filing.takenBy === me,
    handOver: !own && inReview && ((clerk && filing.takenBy === me) || hat?.role === 'town_officer'),
  }
}

/** One case on the desk: what was read, what may be done, and the four commands. */
export function useReview(filingId: FilingView['id'], hat: Hat | undefined) {
  const read = useCall(filingRoutes.readFiling, { filingId })
  useFresh(() => void read.refetch({ cancelRefetch: false }), { atOnce: true })
  const me = useMe().data?.id
  const taking = useCommand(filingRoutes.takeFiling)
  const checking = useCommand(deskRoutes.checkAsCommittee)
  const handing = useCommand(deskRoutes.handOverFiling)
  const approving = useCommand(filingRoutes.approveFiling)
  const returning = useCommand(filingRoutes.returnFiling)
  const rejecting = useCommand(filingRoutes.rejectFiling)
  const [refusal, setRefusal] = useState<Error>()
  const [ticked, setTicked] = useState<ReasonCode[]>([])
  const [asking, setAsking] = useState<Asking>()

  const filing = read.data
  const may = mayOf(filing, hat, me)
  const seen = { filingId, version: filing?.version ?? 1 }

  const settle = (sent: Promise<unknown>, sentence: string) => {
    setRefusal(undefined)
    return sent.then(
      () => {
        setAsking(undefined)
        toast(sentence)
      },
      (error: Error) => {
        setAsking(undefined)
        setRefusal(error)
      },
    )
  }
  const take = () => settle(taking.run(seen), '已受理，由您审核')
  const check = (result: 'clear' | 'doubt', note: string) =>
    settle(checking.run({ ...seen, result, note }), '核查结果已提交')
  const handOver = (to: UserId | undefined, note: string) =>
    settle(handing.run({ ...seen, note, ...(to && { to }) }), to ? '已转给同事' : '已退回待办')
  const approve = async () => {
    if (!filing) return
    const open = checklistOf(filing).filter(({ code, found }) => !found && !ticked.includes(code)).length
    const content = `${filing.lesseeName}，${filing.addressText}。${open > 0 ? `还有 ${open} 项要点没有勾选。` : ''}通过后不能更改。`
    if (await confirm({ title: '通过这份备案？', content, yes: '通过' }))
      await settle(approving.run(seen), '备案已通过')
  }
  const decide = async (decision: Decision, reasons: Reasons) => {
    const back = decision === 'return'
    const question = back
      ? { title: '退回补正？', content: `一次告知 ${reasons.length} 项，申请人补正后回到您这里。`, yes: '退回' }
      : {
          title: '不予备案？',
          content: `写明 ${reasons.length} 条原因，决定后不能更改。`,
          yes: '不予备案',
          danger: true,
        }
    if (!(await confirm(question))) return
    const command: Command<typeof filingRoutes.returnFiling> = back ? returning : (rejecting as typeof returning)
    await settle(command.run({ ...seen, reasons }), back ? '已退回补正' : '已作出不予备案决定')
  }
  const reload = () => {
    setRefusal(undefined)
    void read.refetch()
  }

  return {
    filingId,
    read,
    filing,
    may,
    refusal,
    reload,
    ticked,
    tick: setTicked,
    asking,
    ask: setAsking,
    take,
    check,
    handOver,
    approve,
    decide,
    pending: {
      take: taking.pending,
      check: checking.pending,
      handOver: handing.pending,
      approve: approving.pending,
      decide: returning.pending || rejecting.pending,
    },
  }
}

export type Review = ReturnType<typeof useReview>
