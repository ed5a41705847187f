import { yuan } from '@anju/shared/money'
import { Text } from '@tarojs/components'
import { classes } from './classes'
import './money.scss'

interface Props {
  fen: number
  /** 28 px: the one figure a screen is about. */
  large?: boolean
  /** What it is for: "/月". */
  per?: string
  /** Shows + as well as −, for an account's lines. */
  signed?: boolean
}

export function Money({ fen, large, per = '', signed }: Props) {
  const sign = fen < 0 ? '−' : signed && fen > 0 ? '+' : ''
  return (
    <Text className={classes('money', 'figures', large && 'money-large')}>
      {sign}¥{yuan(Math.abs(fen))}
      {per && <Text className="money-per">{per}</Text>}
    </Text>
  )
}
