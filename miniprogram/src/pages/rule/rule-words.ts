import { type RuleHit, UNCERTAIN_NOTICE } from '@anju/shared/rule'
import type { ParameterLine, RuleLine } from '@anju/shared/rule/rule.routes'
import type { Tone } from '../../components/tag'

type Certainty = RuleHit['certainty']

/** How sure it is, for the reader: V read in the law … A our own choice. */
export const CERTAINTY_WORDS: Record<Certainty, string> = {
  V: '法律原文',
  S: '公开资料',
  D: '地方经验材料',
  M: '通行做法',
  L: '未核对',
  A: '本软件设定',
}
export const EVENT_WORDS: Record<RuleLine['actions'][number]['event'], string> = {
  'home.registered': '登记房屋',
  'listing.published': '发布房源',
  'filing.submitted': '提交备案',
}
export const ACTION_WORDS: Record<RuleHit['action'], string> = {
  BLOCK: '不予通过',
  WARN: '提醒',
  SCORE: '计分',
  FLAG: '标记给工作人员',
  INFO: '告知',
}
export const STATE_WORDS: Record<RuleLine['state'], [string, Tone]> = {
  in_force: ['现行', 'done'],
  off: ['未启用', 'quiet'],
  over: ['已失效', 'quiet'],
  ahead: ['尚未生效', 'waiting'],
}

export const sourceText = ({ source, certainty }: { source: string; certainty: Certainty }): string =>
  `${CERTAINTY_WORDS[certainty]}：${source}${certainty === 'V' ? '' : `（${UNCERTAIN_NOTICE}）`}`

export const valueText = ({ value, unit }: Pick<ParameterLine, 'value' | 'unit'>): string =>
  value === null ? '没有公布' : typeof value === 'boolean' ? (value ? '开启' : '关闭') : `${value} ${unit}`
