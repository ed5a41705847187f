import type { Output } from '@anju/shared/contract/route'
import { MOST_FILE_BYTES } from '@anju/shared/import/import'
import { importFileRoutes } from '@anju/shared/import/import.routes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../call'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useLoginFirst } from '../../lease/login-first'
import { chooseSpreadsheet, download } from './files'
import { ImportWriting } from './import-writing'
import './import.scss'

type Read = Output<typeof importFileRoutes.readImportFile> & { fileName: string }

const Faults = ({ faults }: { faults: Read['faults'] }) => (
  <Card title={`${faults.length} 处要改`}>
    {faults.map((fault) => (
      <View key={JSON.stringify(fault)} className="fault">
        <View className="fault-place figures">
          {fault.sheet} 第 {fault.row} 行{fault.column && ` · ${fault.column}`}
        </View>
        <View>{fault.message}</View>
      </View>
    ))}
  </Card>
)

/** 从表格导入: choose a file, see what it says and what is wrong, then write it. */
export default function Import() {
  useLoginFirst()
  const [read, setRead] = useState<Read>()
  const [reading, setReading] = useState(false)

  const choose = async () => {
    const file = await chooseSpreadsheet()
    if (!file) return
    if (file.bytes > MOST_FILE_BYTES) return toast('表格过大，请分几次导入')
    setReading(true)
    await call(importFileRoutes.readImportFile, { fileBase64: file.base64 })
      .then((rows) => setRead({ ...rows, fileName: file.name }))
      .catch((error: unknown) => toast(sentenceOf(error)))
    setReading(false)
  }
  const template = () =>
    download(importFileRoutes.readImportTemplate, {}, '安居导入模板.xlsx')
      .then(toast)
      .catch((error: unknown) => toast(sentenceOf(error)))

  if (read && read.faults.length === 0) return <ImportWriting rows={read} fileName={read.fileName} />
  return (
    <Page
      footer={
        <Button loading={reading} onPress={() => void choose()}>
          {read ? '改好后重新选择' : '选择表格'}
        </Button>
      }
    >
      {!read && (
        <Notice title="先试读，不写入">
          一次导入房屋、房间、正在执行的租约和期初余额。选好表格后先检查，每一处要改的地方都会指出。
        </Notice>
      )}
      {read && (
        <Notice tone="danger" title={`${read.fileName} 还不能导入`}>
          请在表格里改好下面几处，保存后重新选择。现在什么都没有写入。
        </Notice>
      )}
      {read && <Faults faults={read.faults} />}
      <Card flush>
        <Row icon="download" label="下载模板" note="xlsx，内有填写说明和例子" onPress={() => void template()} />
      </Card>
    </Page>
  )
}
