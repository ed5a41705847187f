import { InvitationCode } from '@anju/shared/business/staff'
import { TextField } from '../components/text-field'

const LENGTH = 8

interface Props {
  code: string
  onChange: (code: string) => void
  /** What the server said of it. */
  refusal: string | undefined
}

export const isCode = (code: string): boolean => InvitationCode.safeParse(code).success

/** 邀请码, as it was read out. */
export const CodeField = ({ code, onChange, refusal }: Props) => (
  <TextField
    label="邀请码"
    required
    maxLength={LENGTH}
    hint="8 位数字和字母，不分大小写"
    value={code}
    onChange={(next) => onChange(next.toUpperCase())}
    error={refusal ?? (code.length === LENGTH && !isCode(code) ? '请核对邀请码' : undefined)}
  />
)
