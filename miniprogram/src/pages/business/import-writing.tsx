import type { ImportRows } from '@anju/shared/import/import'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useImport } from './use-import'

const TENANCY = '/pages/tab/tenancy'

/** Writes what was read without a fault, tells how far it is, and what became of it. */
export function ImportWriting({ rows, fileName }: { rows: ImportRows; fileName: string }) {
  const { run, running, told, total, finished } = useImport(rows)
  const started = told.length > 0 || running
  const count = (outcome: string) => told.filter((each) => each.outcome === outcome).length
  const refused = told.filter((each) => each.outcome === 'refused')
  const go = () => run().catch((error: unknown) => toast(sentenceOf(error)))
  return (
    <Page
      footer={
        finished ? (
          <Button onPress={() => void Taro.switchTab({ url: TENANCY })}>去看房屋</Button>
        ) : (
          <Button loading={running} onPress={() => void go()}>
            {started ? '继续导入' : '开始导入'}
          </Button>
        )
      }
    >
      <Notice title={finished ? '导入完成' : `${fileName} 可以导入`}>
        {finished
          ? '再次导入同一份表格不会重复。'
          : '已登记过的房屋、租约和余额保持不变。导入的租约按纸质合同执行，账单从租金未付的那天开始。'}
      </Notice>
      <Card flush>
        <Row icon="home" label="房屋" value={`${rows.homes.length} 套`} />
        <Row icon="document" label="租约" value={`${rows.leases.length} 份`} />
        <Row icon="book" label="期初余额" value={`${rows.openings.length} 笔`} />
      </Card>
      {started && (
        <Card title={finished ? '结果' : '进度'}>
          <View
            className="import-bar"
            role="progressbar"
            aria-label="导入进度"
            aria-valuenow={told.length}
            aria-valuemin={0}
            aria-valuemax={total}
          >
            <View className="import-bar-done" style={{ width: `${(100 * told.length) / Math.max(1, total)}%` }} />
          </View>
          <View className="figures">
            {told.length} / {total}：新增 {count('added')}，已有 {count('present')}，未导入 {refused.length}
          </View>
        </Card>
      )}
      {refused.length > 0 && (
        <Card title="未导入的">
          {refused.map((each) => (
            <View key={each.place} className="fault">
              <View className="fault-place">{each.name}</View>
              <View>{each.message}</View>
            </View>
          ))}
        </Card>
      )}
    </Page>
  )
}
