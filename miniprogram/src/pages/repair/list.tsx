import { unitName } from '@anju/shared/dwelling/dwelling'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import { PRIORITY_NAMES, TROUBLES } from '@anju/shared/repair/trouble'
import type { RepairCard } from '@anju/shared/repair/view'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { Tabs } from '../../components/tabs'
import { Tag } from '../../components/tag'
import { useLoginFirst } from '../../lease/login-first'
import { open } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { usePages } from '../../use-call'
import { dueText, isLate, repairPath, statusTag } from './repair-words'
import './repair.scss'

type Side = 'lessor' | 'lessee' | 'worker'
const TITLES: Record<Side, string> = { lessor: '报修处理', lessee: '我的报修', worker: '派给我的维修' }
const TABS = [
  { value: 'open', label: '进行中' },
  { value: 'over', label: '已结束' },
] as const

function RepairLine({ repair }: { repair: RepairCard }) {
  const now = new Date().toISOString()
  const { tone, words } = statusTag(repair)
  const due = dueText(repair, now)
  return (
    <Card onPress={() => open(repairPath(repair.id))}>
      <View className="repair-head">
        <View className="repair-title">{TROUBLES[repair.trouble].name}</View>
        <Tag tone={isLate(repair, now) ? 'danger' : tone}>{words}</Tag>
      </View>
      <View>{repair.description}</View>
      <View className="soft">
        {repair.addressText}
        {repair.unit ? ` ${unitName(repair.unit)}` : ''}
      </View>
      <View className={classes('soft', isLate(repair, now) && 'repair-late')}>
        {[PRIORITY_NAMES[repair.priority], due, repair.workerName].filter(Boolean).join(' · ')}
      </View>
    </Card>
  )
}

/** 报修: mine (`side=lessee`), those of my homes (`side=lessor`), or those that I am to do (`side=worker`). */
export default function RepairList() {
  const asked = useRouter().params.side
  const side: Side = asked === 'lessor' || asked === 'worker' ? asked : 'lessee'
  useLoginFirst()
  useRefreshOnShow()
  const [tab, setTab] = useState<'open' | 'over'>('open')
  const repairs = usePages(repairRoutes.listRepairs, { side, tab })
  return (
    <Page title={TITLES[side]} wide>
      {side === 'lessor' && (
        <Card flush>
          <Row
            icon="shield"
            label="安全检查"
            note="自查、燃气、消防：哪处到期了"
            onPress={() => open('/pages/repair/upkeep')}
          />
          <Row icon="person" label="派给我的维修" onPress={() => open('/pages/repair/list?side=worker')} />
        </Card>
      )}
      {side === 'lessee' && (
        <Card flush>
          <Row icon="key" label="我是维修人员，输入接单码" onPress={() => open('/pages/repair/take')} />
        </Card>
      )}
      {side !== 'worker' && <Tabs label="报修状态" options={TABS} value={tab} onChange={setTab} />}
      <List
        pages={repairs}
        keyOf={({ id }) => id}
        render={(repair) => <RepairLine repair={repair} />}
        empty={
          <Card>
            <Empty
              icon="done"
              title={tab === 'open' ? '没有进行中的报修' : '还没有结束的报修'}
              hint={
                side === 'lessee'
                  ? '东西坏了，在租约里点“报修”，拍照说明即可。'
                  : '租客报修后会出现在这里，最急的在最上面。'
              }
            />
          </Card>
        }
      />
    </Page>
  )
}
