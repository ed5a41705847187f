import { Button } from '../components/button'
import { toast } from '../components/feedback'

interface Props {
  loading: boolean
  onCode: (code: string) => void
}

/** WX-03: only WeChat's own button may ask for the number; its code is good for one use within five minutes. */
export const PhoneButton = ({ loading, onCode }: Props) => (
  <Button
    loading={loading}
    native={{
      openType: 'getPhoneNumber',
      onGetPhoneNumber: ({ detail }) =>
        detail.code ? onCode(detail.code) : toast('没有取得手机号，可以稍后再授权，不影响浏览'),
    }}
  >
    授权微信手机号
  </Button>
)
