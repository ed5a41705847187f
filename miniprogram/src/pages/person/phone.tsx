import type { Me } from '@anju/shared/person/person'
import { personRoutes } from '@anju/shared/person/person.routes'
import { useRouter } from '@tarojs/taro'
import { goBack } from '../../auth/back'
import { PhoneButton } from '../../auth/phone-button'
import { DemoNotice } from '../../auth/sandbox/demo-notice'
import { Card } from '../../components/card'
import { ErrorState } from '../../components/error-state'
import { toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useMe } from '../../person/hat'
import { useCommand } from '../../use-call'

function PhoneForm({ me, onDone }: { me: Me; onDone: () => void }) {
  const { run, pending, error } = useCommand(personRoutes.bindPhone)
  const bind = (code: string) =>
    run({ version: me.version, code }).then(
      () => {
        toast('手机号已绑定')
        onDone()
      },
      () => undefined,
    )
  return (
    <Page footer={<PhoneButton loading={pending} onCode={(code) => void bind(code)} />}>
      {SANDBOX && <DemoNotice />}
      <Notice title="给谁看">只给租约的另一方和经办人看，显示时遮住中间四位。可以随时重新授权，换成另一个号码。</Notice>
      <Card flush>
        <Row label="现在绑定的手机号" value={me.phoneMasked ?? '未绑定'} />
      </Card>
      {error && (
        <Card>
          <ErrorState error={error} />
        </Card>
      )}
    </Page>
  )
}

export default function Phone() {
  const { back } = useRouter<{ back: string }>().params
  const me = useMe()
  if (me.data) return <PhoneForm me={me.data} onDone={() => goBack(back)} />
  return (
    <Page>
      <Loaded call={me}>{() => null}</Loaded>
    </Page>
  )
}
