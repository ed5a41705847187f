import type { FilingView } from '@anju/shared/filing/filing'
import { FILING_STATUS_NAMES } from '@anju/shared/filing/states'
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
  const atDesk = { taken: step('受理', 'next'), reviewed: step('审核', 'next'), result: step('结果', 'next') }
  switch (status) {
    case 'draft':
      return [step('填写', 'now', '提交前可以随时修改'), ...Object.values(atDesk)]
    case 'awaiting_counterparty':
      return [step('填写', 'done'), step('对方确认', 'now', '等待对方核对并确认'), ...Object.values(atDesk)]
    case 'submitted':
      return [handedIn, step('受理', 'now', '等待社区工作人员受理'), step('审核', 'next'), step('结果', 'next')]
    case 'committee_check':
      return [handedIn, step('居委核查', 'now', '居（村）委会正在核查居住情况'), ...Object.values(atDesk)]
    case 'in_review':
      return [handedIn, taken, step('审核', 'now', '正在核对材料和居住规定'), step('结果', 'next')]
    case 'appealed':
      return [handedIn, taken, reviewed, step('复审', 'now', '等待另一位工作人员复审'), step('结果', 'next')]
    case 'in_review2':
      return [handedIn, reviewed, step('复审', 'now', takenByName && `由 ${takenByName} 复审`), step('结果', 'next')]
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
    case 'certified':
      return [handedIn, taken, reviewed, step('备案通过', 'done', undefined, decidedAt), step('已发证明', 'done')]
    case 'changed':
    case 'extended':
    case 'cancelled':
    case 'expired':
      return [handedIn, taken, reviewed, step(FILING_STATUS_NAMES[status], 'stopped', undefined, revisedAt)]
    case 'withdrawn':
      return [handedIn, step('已撤回', 'stopped', '可以从租约重新办理', revisedAt)]
  }
}
