import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type { Me as Person } from '@anju/shared/person/person'
import { APPOINTING, BOOK_KEEPERS, HOLDING, isStaff, type Role } from '@anju/shared/person/role'
import Taro from '@tarojs/taro'
import { goAndReturn, toLogin } from '../../auth/back'
import { DemoNotice } from '../../auth/sandbox/demo-notice'
import { logOut } from '../../auth/session'
import { useSignedIn } from '../../auth/token'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { SwitchRow } from '../../components/switch-row'
import { useHat, useMe } from '../../person/hat'
import { HatsCard } from '../../person/hats-card'
import { WhoCard } from '../../person/who-card'
import { setCare, useSight } from '../../theme/care'
import { useCall } from '../../use-call'
import { useTenancyName } from './tenancy-name'

const DESK: readonly Role[] = ['clerk', 'town_officer', 'district_officer']
const REVIEWERS: readonly Role[] = ['town_officer', 'district_officer']
const go = (url: string) => () => void Taro.navigateTo({ url })

/** 未上传的读数 of a meter round, which would go too. */
function unsent(): string {
  const count = (Taro.getStorageSync<unknown[]>('meter-outbox') || []).length
  return count > 0 ? `还有 ${count} 条抄表读数未上传，退出就没有了。` : ''
}

async function leave(): Promise<void> {
  const question = {
    title: '退出登录？',
    content: `${unsent()}没有提交的内容会从这台设备上清除。退出后仍可以浏览房源。`,
    yes: '退出',
  }
  if (!(await confirm(question))) return
  await logOut()
  toast('已退出登录')
}

const Guest = () => (
  <Card>
    <Empty icon="person" title="您还没有登录" hint="登录后可以申请租房、签约和办理备案；看房源不用登录。" />
    <Button onPress={toLogin}>登录</Button>
  </Card>
)

function Affairs({ me }: { me: Person }) {
  const { hat } = useHat()
  const role = hat?.role ?? 'tenant'
  const unread = useCall(noticeRoutes.listNotices, { limit: 1 }).data?.unread
  return (
    <>
      <WhoCard me={me} />
      <HatsCard me={me} />
      <Card flush>
        <Row
          icon="bell"
          label="消息"
          value={unread ? `${unread} 条未读` : '没有未读'}
          onPress={go('/pages/notice/inbox')}
        />
        {(HOLDING as readonly Role[]).includes(role) && (
          <Row icon="building" label="经营主体" onPress={go('/pages/business/profile')} />
        )}
        {(BOOK_KEEPERS as readonly Role[]).includes(role) && (
          <Row icon="money" label="收款商户与对账" onPress={go('/pages/payment/merchant')} />
        )}
        {(APPOINTING as readonly Role[]).includes(role) && (
          <Row icon="people" label="员工" onPress={go('/pages/business/staff')} />
        )}
        {isStaff(role) && role !== 'operator_admin' && (
          <Row icon="book" label="规则与数字" onPress={go('/pages/rule/list')} />
        )}
        <Row icon="document" label="我的备案" onPress={go('/pages/filing/mine')} />
        <Row icon="shield" label="我的备案证明" onPress={go('/pages/certificate/mine')} />
        {DESK.includes(role) ? (
          <Row icon="alert" label="投诉待办" onPress={go('/pages/complaint/desk')} />
        ) : (
          !isStaff(role) && <Row icon="alert" label="我的投诉" onPress={go('/pages/complaint/list')} />
        )}
        {REVIEWERS.includes(role) && <Row icon="shield" label="内容审核" onPress={go('/pages/complaint/reviews')} />}
        <Row
          icon="person"
          label="实名信息"
          value={me.identityMasked ? '已填写' : '未填写'}
          onPress={() => goAndReturn('/pages/person/identity')}
        />
        <Row
          icon="phone"
          label="手机号"
          value={me.phoneMasked ?? '未绑定'}
          onPress={() => goAndReturn('/pages/person/phone')}
        />
        {role === 'operator_admin' && <Row icon="key" label="工作人员授权" onPress={go('/pages/person/staff')} />}
        {!isStaff(role) && <Row icon="key" label="加入团队" onPress={go('/pages/business/join')} />}
      </Card>
    </>
  )
}

const Account = ({ me, acting }: { me: Person; acting: boolean }) => (
  <Card flush>
    <Row label="复制我的编号" note={me.id} onPress={() => void Taro.setClipboardData({ data: me.id })} />
    {!acting && <Row label="注销账号" onPress={go('/pages/person/close')} />}
    <Row label="退出登录" onPress={() => void leave()} />
  </Card>
)

export default function Me() {
  const signedIn = useSignedIn()
  const person = useMe()
  const { care } = useSight()
  const { hat } = useHat()
  useTenancyName(hat)
  return (
    <Page>
      {SANDBOX && <DemoNotice />}
      {signedIn ? <Loaded call={person}>{(me) => <Affairs me={me} />}</Loaded> : <Guest />}
      <Card flush>
        <SwitchRow icon="search" label="关怀模式" note="字更大，按钮更好点" on={care} onChange={setCare} />
        <Row icon="shield" label="隐私说明" onPress={go('/pages/person/privacy')} />
        {SANDBOX && <Row icon="people" label="切换演示人物" onPress={go('/pages/person/login')} />}
      </Card>
      {signedIn && person.data && <Account me={person.data} acting={hat?.holderId !== undefined} />}
    </Page>
  )
}
