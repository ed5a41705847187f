import { type RuleHit, UNCERTAIN_NOTICE } from '@anju/shared/rule'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import './notice.scss'

type Tone = 'info' | 'warn' | 'danger'

const SHAPES: Record<Tone, IconName> = { info: 'info', warn: 'alert', danger: 'stopped' }

interface Props {
  tone?: Tone
  title?: string
  children?: ReactNode
  /** Where it comes from, for instance a law and its article. */
  source?: string
  /** Id in the rule sheet, for instance SH-OCC-02. */
  ruleId?: string
}

export const Notice = ({ tone = 'info', title, children, source, ruleId }: Props) => (
  <View className={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : 'note'}>
    <Icon name={SHAPES[tone]} className="notice-icon" />
    <View className="notice-words">
      {title && <View className="notice-title">{title}</View>}
      {children && <View>{children}</View>}
      {(ruleId || source) && (
        <View className="notice-source">{[ruleId && `规则 ${ruleId}`, source].filter(Boolean).join(' · ')}</View>
      )}
    </View>
  </View>
)

const TONES: Record<RuleHit['action'], Tone> = {
  BLOCK: 'danger',
  WARN: 'warn',
  FLAG: 'warn',
  SCORE: 'info',
  INFO: 'info',
}

/** What a rule said about this very case. */
export const RuleNotice = ({ hit }: { hit: RuleHit }) => (
  <Notice
    tone={TONES[hit.action]}
    title={hit.message}
    ruleId={hit.ruleId}
    source={hit.certainty === 'V' ? hit.source : `${hit.source}（${UNCERTAIN_NOTICE}）`}
  />
)
