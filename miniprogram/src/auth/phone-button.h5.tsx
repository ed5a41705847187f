import { sentenceOf } from '../call-error'
import { Button } from '../components/button'
import { toast } from '../components/feedback'
import { Notice } from '../components/notice'
import { takePhoneCode } from './sandbox/personas'

interface Props {
  loading: boolean
  onCode: (code: string) => void
}

const PlayedButton = ({ loading, onCode }: Props) => (
  <Button
    loading={loading}
    onPress={() =>
      void takePhoneCode()
        .then(onCode)
        .catch((error: unknown) => toast(sentenceOf(error)))
    }
  >
    授权手机号（演示）
  </Button>
)

export const PhoneButton = (props: Props) =>
  SANDBOX ? (
    <PlayedButton {...props} />
  ) : (
    <Notice title="请在微信中授权手机号">打开微信小程序“安居”，在“我的—手机号”中办理。</Notice>
  )
