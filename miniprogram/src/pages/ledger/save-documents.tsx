import { documentRoutes } from '@anju/shared/document/document.routes'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Row } from '../../components/row'
import { saveDocument } from './save-document'

/** The book of a year as files. */
export function SaveDocuments({ year }: { year: string }) {
  const [pending, setPending] = useState(false)
  const save = async (
    route: typeof documentRoutes.readSpreadsheet | typeof documentRoutes.readJournal,
    name: string,
  ) => {
    if (pending) return
    setPending(true)
    await saveDocument(route, { year }, name).then(toast, (error: unknown) => toast(sentenceOf(error)))
    setPending(false)
  }
  return (
    <Card flush title="导出">
      <Row
        icon="download"
        label="表格（xlsx）"
        note="流水、逐月收支、收支项目、试算平衡"
        onPress={() => void save(documentRoutes.readSpreadsheet, `账本-${year}.xlsx`)}
      />
      <Row
        icon="download"
        label="文本账（hledger）"
        note="通用的纯文本复式账，可用别的软件核对"
        onPress={() => void save(documentRoutes.readJournal, `账本-${year}.journal`)}
      />
    </Card>
  )
}
