import { useRouter } from '@tarojs/taro'
import { goBack } from '../../auth/back'
import { WayIn } from '../../auth/way-in'

export default function Login() {
  const { back } = useRouter<{ back: string }>().params
  return <WayIn onDone={() => goBack(back)} />
}
