import type { Me } from '@anju/shared/person/person'
import { personRoutes } from '@anju/shared/person/person.routes'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { forgetPerson } from '../../auth/session'
import { CallError } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useMe } from '../../person/hat'
import { Tick } from '../../person/tick'
import { useCommand } from '../../use-call'
import './close.scss'

const ERASED = ['姓名和证件号码', '手机号', '与微信的绑定，以及所有设备上的登录', '您的全部身份']
const KEPT = [
  '已签署的租约和备案：另一方和主管部门依法还要用到，只留编号和当时签署的内容',
  '账本：按会计资料的年限保存，仍只有租约双方能看',
  '操作记录：依法留存，只有编号，没有姓名和证件号码',
]

const Points = ({ points }: { points: readonly string[] }) => (
  <View className="points" role="list">
    {points.map((point) => (
      <View key={point} className="point" role="listitem">
        {point}
      </View>
    ))}
  </View>
)

const OpenAffairs = () => (
  <>
    <Notice tone="warn" title="还不能注销">
      您还有未结束的租约、未办结的备案或在架的房源。办结以后再来注销。
    </Notice>
    <Card flush>
      <Row icon="document" label="查看我的租约" onPress={() => void Taro.switchTab({ url: '/pages/tab/tenancy' })} />
      <Row icon="shield" label="查看我的备案" onPress={() => void Taro.navigateTo({ url: '/pages/filing/mine' })} />
    </Card>
  </>
)

function CloseForm({ me }: { me: Me }) {
  const [understood, setUnderstood] = useState(false)
  const { run, pending, error } = useCommand(personRoutes.closeAccount)
  const hasAffairs = error instanceof CallError && error.code === 'person.has_open_affairs'

  const close = async () => {
    const question = { title: '确定注销账号？', content: '注销以后不能恢复。', yes: '注销', danger: true }
    if (!(await confirm(question))) return
    await run({ version: me.version }).then(
      () => {
        forgetPerson()
        toast('账号已注销')
        void Taro.reLaunch({ url: '/pages/tab/me' })
      },
      () => undefined,
    )
  }

  return (
    <Page
      footer={
        <Button kind="danger" disabled={!understood} loading={pending} onPress={() => void close()}>
          注销账号
        </Button>
      }
    >
      {hasAffairs ? <OpenAffairs /> : error && <Notice tone="danger" title={error.message} />}
      <Card title="会清除">
        <Points points={ERASED} />
      </Card>
      <Card title="依法保留">
        <Points points={KEPT} />
      </Card>
      <Card>
        <Tick label="我已了解注销后不能恢复" on={understood} onChange={setUnderstood} />
      </Card>
    </Page>
  )
}

export default function Close() {
  const me = useMe()
  if (me.data) return <CloseForm me={me.data} />
  return (
    <Page>
      <Loaded call={me}>{() => null}</Loaded>
    </Page>
  )
}
