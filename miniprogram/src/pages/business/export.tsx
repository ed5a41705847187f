import { exportRoutes } from '@anju/shared/export/export.routes'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useLoginFirst } from '../../lease/login-first'
import { useCall } from '../../use-call'
import { download } from './files'

/** 导出全部: every part of it, or all of them one after the other. */
export default function Export() {
  useLoginFirst()
  const parts = useCall(exportRoutes.listExportParts, {})
  const [busy, setBusy] = useState(false)
  const fetchParts = async (names: { part: string; name: string }[]) => {
    setBusy(true)
    try {
      for (const { part, name } of names)
        toast(
          await download(
            exportRoutes.readExport,
            { part },
            `安居导出-${part === 'base' ? name.slice(0, 2) : part}.zip`,
          ),
        )
    } catch (error) {
      toast(sentenceOf(error))
    }
    setBusy(false)
  }
  return (
    <Page
      footer={
        <Button
          icon="download"
          loading={busy}
          disabled={!parts.data}
          onPress={() => void fetchParts(parts.data?.items ?? [])}
        >
          全部下载
        </Button>
      }
    >
      <Notice title="资料是您的">
        每个部分是一个 zip，里面的清单各有两种格式：JSON 一项不少，CSV
        用表格软件打开。证件号码和手机号只有遮住后的样子。
      </Notice>
      <Loaded call={parts}>
        {({ items }) => (
          <Card flush>
            {items.map((item) => (
              <Row
                key={item.part}
                icon="download"
                label={item.name}
                note={item.part === 'base' ? '现在的样子' : '一年一个文件'}
                onPress={() => void fetchParts([item])}
              />
            ))}
          </Card>
        )}
      </Loaded>
    </Page>
  )
}
