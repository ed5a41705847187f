import type { ComplaintView } from '@anju/shared/complaint/complaint'
import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { confirm, toast } from '../../components/feedback'
import { today } from '../../lease/lease-words'
import { useCommand } from '../../use-call'
import { WordsSheet } from './words-sheet'

export type Act = 'accept' | 'ask' | 'state' | 'answer' | 'rate' | 'reopen' | 'withdraw'
const NAMES: Record<Act, string> = {
  accept: '受理',
  ask: '请对方说明',
  state: '说明情况',
  answer: '答复',
  rate: '评价',
  reopen: '重新办理',
  withdraw: '撤回投诉',
}

/** What this side may do now, the first of it as the primary button. */
export function actsOf(complaint: ComplaintView, me: string | undefined): Act[] {
  const { side, status, said, takenBy, askedAt, hasRespondent, reporterStars, respondentStars, reopenUntil } = complaint
  const open = status === 'filed' || status === 'accepted'
  const acts: [Act, boolean][] =
    side === 'desk'
      ? [
          ['accept', status === 'filed'],
          ['answer', status === 'accepted' && takenBy === me],
          ['ask', status === 'accepted' && takenBy === me && hasRespondent && !askedAt],
        ]
      : side === 'respondent'
        ? [
            ['state', open && !said.statement],
            ['rate', status === 'answered' && respondentStars === undefined],
          ]
        : [
            ['rate', status === 'answered' && reporterStars === undefined],
            ['reopen', reopenUntil !== undefined && today() <= reopenUntil],
            ['withdraw', open],
          ]
  return acts.flatMap(([act, may]) => (may ? [act] : []))
}

export function Actions({ complaint, acts }: { complaint: ComplaintView; acts: Act[] }) {
  const [sheet, setSheet] = useState<Act>()
  const accept = useCommand(complaintRoutes.acceptComplaint)
  const ask = useCommand(complaintRoutes.askRespondent)
  const state = useCommand(complaintRoutes.makeStatement)
  const answer = useCommand(complaintRoutes.answerComplaint)
  const rate = useCommand(complaintRoutes.rateComplaint)
  const reopen = useCommand(complaintRoutes.reopenComplaint)
  const withdraw = useCommand(complaintRoutes.withdrawComplaint)
  const ids = { complaintId: complaint.id, version: complaint.version }
  const at = async (command: typeof accept | typeof withdraw, done: string) => {
    await command.run(ids).then(
      () => toast(done),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  const press = async (act: Act) => {
    if (act === 'accept') return at(accept, '已受理')
    if (act !== 'withdraw') return setSheet(act)
    const question = { title: '撤回投诉？', content: '撤回后不再办理；需要时可以重新投诉。', yes: '撤回' }
    if (await confirm(question)) await at(withdraw, '已撤回')
  }
  const close = () => setSheet(undefined)
  return (
    <>
      {acts.map((act, index) => (
        <Button
          key={act}
          kind={act === 'withdraw' ? 'danger' : index === 0 ? 'primary' : 'quiet'}
          loading={(act === 'accept' && accept.pending) || (act === 'withdraw' && withdraw.pending)}
          onPress={() => void press(act)}
        >
          {NAMES[act]}
        </Button>
      ))}
      {sheet === 'ask' && (
        <WordsSheet
          title="请对方说明情况"
          label="要对方说明什么"
          note="对方只会看到您写的话。请不要写出投诉人是谁，也不要照抄投诉内容。"
          yes="发给对方"
          done="已发给对方"
          pending={ask.pending}
          send={({ text }) => ask.run({ ...ids, text })}
          onClose={close}
        />
      )}
      {sheet === 'state' && (
        <WordsSheet
          title="说明情况"
          label="情况说明"
          note="只有工作人员能看到您写的内容。"
          yes="提交说明"
          done="已提交"
          pending={state.pending}
          send={({ text }) => state.run({ ...ids, text })}
          onClose={close}
        />
      )}
      {sheet === 'answer' && (
        <WordsSheet
          title="答复投诉"
          label="调查和处理情况"
          with="outcome"
          yes="答复投诉人"
          done="已答复"
          pending={answer.pending}
          send={({ text, outcome }) => answer.run({ ...ids, text, outcome })}
          onClose={close}
        />
      )}
      {sheet === 'rate' && (
        <WordsSheet
          title="评价这次办理"
          label="想说的话"
          with="stars"
          optional
          yes="提交评价"
          done="感谢评价"
          pending={rate.pending}
          send={({ text, stars }) => rate.run({ ...ids, stars, comment: text })}
          onClose={close}
        />
      )}
      {sheet === 'reopen' && (
        <WordsSheet
          title="申请重新办理"
          label="为什么不满意"
          note="只能申请一次，办理时限重新计算。"
          yes="申请重新办理"
          done="已重新办理"
          pending={reopen.pending}
          send={({ text }) => reopen.run({ ...ids, text })}
          onClose={close}
        />
      )}
    </>
  )
}
