import type { FilingView } from '@anju/shared/filing/filing'
import { REASON_NAMES } from '@anju/shared/filing/reason'
import type { FilingStatus } from '@anju/shared/filing/states'
import { View } from '@tarojs/components'
import { Notice } from '../components/notice'

const HEADS: Partial<Record<FilingStatus, { tone: 'warn' | 'danger'; title: string }>> = {
  supplement: { tone: 'warn', title: '需要补正' },
  rejected: { tone: 'danger', title: '不予备案的原因' },
}

/** Why a case came back or was refused: every item at once (FIL-15). After 补正 they stay to be compared. */
export function ReasonList({ status, reasons }: Pick<FilingView, 'status' | 'reasons'>) {
  if (reasons.length === 0) return null
  const { tone, title } = HEADS[status] ?? { tone: 'info' as const, title: '上次退回的原因' }
  return (
    <Notice tone={tone} title={`${title}（${reasons.length} 项）`}>
      {reasons.map(({ code, explanation }, index) => (
        <View key={code}>
          {index + 1}. {REASON_NAMES[code]}
          {explanation && `：${explanation}`}
        </View>
      ))}
    </Notice>
  )
}
