import type { UpkeepId } from '@anju/shared/id'
import { CHECK_KIND_NAMES } from '@anju/shared/repair/upkeep'
import { type UpkeepView, upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Loaded } from '../../components/loaded'
import { RuleNotice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { useLoginFirst } from '../../lease/login-first'
import { open } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useCall, usePages } from '../../use-call'
import './repair.scss'

type Task = UpkeepView['tasks'][number]
const noteOf = ({ lastOn, passed, until }: Task): string =>
  !lastOn ? '还没有做过' : passed ? `有效至 ${until}` : `${lastOn} 有不合格项`

function HomeTasks({ upkeep }: { upkeep: UpkeepView }) {
  return (
    <Card title={upkeep.addressText} flush>
      {upkeep.tasks.map((task) => (
        <Row
          key={task.kind}
          label={CHECK_KIND_NAMES[task.kind]}
          note={noteOf(task)}
          value={<Tag tone={task.due ? 'warn' : 'done'}>{task.due ? '该做了' : '有效'}</Tag>}
          onPress={() => open(`/pages/repair/check?id=${upkeep.id}&kind=${task.kind}`)}
        />
      ))}
    </Card>
  )
}

/** One home: what is due, and every check that was made. */
function OneHome({ upkeepId }: { upkeepId: UpkeepId }) {
  const call = useCall(upkeepRoutes.readUpkeep, { upkeepId })
  const checks = usePages(upkeepRoutes.listChecks, { upkeepId })
  return (
    <Loaded call={call}>
      {(upkeep) => (
        <>
          {upkeep.warning && <RuleNotice hit={upkeep.warning} />}
          <HomeTasks upkeep={upkeep} />
          {checks.items.length > 0 && (
            <Card title="检查记录" flush>
              {checks.items.map((check) => (
                <Row
                  key={check.id}
                  label={CHECK_KIND_NAMES[check.kind]}
                  note={check.items
                    .filter(({ fine }) => !fine)
                    .map(({ note, key }) => note || key)
                    .join('；')}
                  value={`${check.on} ${check.passed ? '合格' : '不合格'}`}
                />
              ))}
            </Card>
          )}
          <Card flush>
            <Row
              icon="alert"
              label="为这处房屋报修"
              onPress={() => open(`/pages/repair/new?home=${upkeep.dwellingId}`)}
            />
          </Card>
        </>
      )}
    </Loaded>
  )
}

function AllHomes() {
  const homes = usePages(upkeepRoutes.listUpkeep, {})
  return (
    <List
      pages={homes}
      keyOf={({ id }) => id}
      render={(upkeep) => <HomeTasks upkeep={upkeep} />}
      empty={
        <Card>
          <Empty icon="shield" title="还没有房屋" hint="登记房屋后，这里会提醒安全自查、燃气和消防检查。" />
        </Card>
      }
    />
  )
}

/** 安全检查 (N-02): of all homes, or of one (`id`). */
export default function UpkeepPage() {
  const { id } = useRouter().params
  useLoginFirst()
  useRefreshOnShow()
  return (
    <Page>
      <View className="soft">一年一次；没做或过期的房屋发布房源时会有提示。</View>
      {id ? <OneHome upkeepId={id as UpkeepId} /> : <AllHomes />}
    </Page>
  )
}
