import type { FilingView } from '@anju/shared/filing/filing'
import type { Step } from '../components/steps'
import { momentText } from './words'

type State = Step['state']

const step = (title: string, state: State, note?: string, at?: string): Step => ({
  title,
  state,
  ...(note && { note }),
  ...(at && { at: momentText(at) }),
})

/** 备案进度: handed in → taken → reviewed → decided, and where it stands now. */
export function stepsOf(filing: FilingView): Step[] {
  const { status, submittedAt, takenByName, decidedAt, revisedAt } = filing
  const handedIn = step('提交', 'done', undefined, submittedAt)
  const taken = step('受理', 'done', takenByName && `由 ${takenByName} 受理`)
  const reviewed = step('审核', 'done')
  switch (status) {
    case 'submitted':
      return [handedIn, step('受理', 'now', '等待社区工作人员受理'), step('审核', 'next'), step('结果', 'next')]
    case 'in_review':
      return [handedIn, taken, step('审核', 'now', '正在核对材料和居住规定'), step('结果', 'next')]
    case 'supplement':
      return [
        handedIn,
        taken,
        step('审核', 'done', '有内容需要补正', decidedAt),
        step('补正', 'now', '按下面的原因修改后重新提交'),
        step('结果', 'next'),
      ]
    case 'approved':
      return [handedIn, taken, reviewed, step('备案通过', 'done', undefined, decidedAt)]
    case 'rejected':
      return [handedIn, taken, reviewed, step('不予备案', 'stopped', '原因见下', decidedAt)]
    case 'withdrawn':
      return [handedIn, step('已撤回', 'stopped', '可以从租约重新办理', revisedAt)]
  }
}
