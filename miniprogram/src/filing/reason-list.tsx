import { type FilingView, REASON_NAMES } from '@anju/shared/filing/filing'
import { View } from '@tarojs/components'
import { Notice } from '../components/notice'

/** Why a case came back or was refused: every item at once (FIL-15). */
export const ReasonList = ({ status, reasons }: Pick<FilingView, 'status' | 'reasons'>) =>
  reasons.length === 0 ? null : (
    <Notice
      tone={status === 'rejected' ? 'danger' : 'warn'}
      title={status === 'rejected' ? '不予备案的原因' : `需要补正 ${reasons.length} 项`}
    >
      {reasons.map(({ code, explanation }, index) => (
        <View key={code}>
          {index + 1}. {REASON_NAMES[code]}
          {explanation && `：${explanation}`}
        </View>
      ))}
    </Notice>
  )
