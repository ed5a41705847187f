import type { FilingView } from '@anju/shared/filing/filing'
import { type MaterialCode, WATERMARK } from '@anju/shared/filing/material'
import { materialRoutes } from '@anju/shared/filing/material.routes'
import type { FilingId } from '@anju/shared/id'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../call'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { confirm } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { MaterialList } from '../../filing/material-list'
import { useMyFilings } from '../../lease/filing-of'
import { choosePictures } from '../../picture/choose'
import { useCommand } from '../../use-call'

/** What the system makes itself is not photographed. */
const MADE_HERE: readonly MaterialCode[] = ['application', 'old_certificate', 'change_agreement']
const MOST_AT_ONCE = 6
const MEDIA_TYPE = 'image/jpeg' as const

interface Props {
  filing: FilingView
  onChange: (filing: FilingView) => void
}

/** Sends photographs one after the other, since each is written into the case. */
function useMaterials({ filing, onChange }: Props) {
  const adding = useCommand(materialRoutes.addMaterial)
  const removing = useCommand(materialRoutes.removeMaterial)
  const reusing = useCommand(materialRoutes.reuseMaterials)
  const [sending, setSending] = useState<{ code: MaterialCode; percent: number }>()
  const [error, setError] = useState('')
  const filingId = filing.id as FilingId

  const trying = (work: () => Promise<void>) => {
    setError('')
    return work()
      .catch((failed: unknown) => setError(sentenceOf(failed)))
      .finally(() => setSending(undefined))
  }
  const add = (code: MaterialCode) =>
    trying(async () => {
      let { version } = filing
      for (const chosen of await choosePictures(MOST_AT_ONCE)) {
        setSending({ code, percent: 0 })
        const asked = { filingId, code, mediaType: MEDIA_TYPE, byteCount: chosen.byteCount }
        const form = await call(materialRoutes.startMaterial, asked)
        await chosen.send(form.url, form.fields, (percent) => setSending({ code, percent: Math.min(percent, 99) }))
        const after = await adding.run({ filingId, version, code, mediaType: MEDIA_TYPE })
        version = after.version
        onChange(after)
      }
    })
  const remove = async (code: MaterialCode, sha256: string) => {
    if (!(await confirm({ title: '删除这一页？', content: '删除后要用须重新拍照。', yes: '删除', danger: true })))
      return
    await trying(async () => onChange(await removing.run({ filingId, version: filing.version, code, sha256 })))
  }
  const reuse = async (fromId: FilingId) => {
    const question = {
      title: '沿用上次的材料？',
      content: '您上次上传的身份和产权材料将用于这次备案，同意后才会沿用。',
      yes: '同意沿用',
    }
    if (!(await confirm(question))) return
    await trying(async () => onChange(await reusing.run({ filingId, version: filing.version, fromId, agreed: true })))
  }
  return { add, remove, reuse, sending, error, busy: Boolean(sending) || reusing.pending }
}

/** 备案材料: photographed or chosen, each page marked before it is kept. */
export function Materials(props: Props) {
  const { filing } = props
  const { add, remove, reuse, sending, error, busy } = useMaterials(props)
  const earlier = useMyFilings().items.find((card) => card.id !== filing.id && card.status !== 'draft')
  return (
    <>
      <Notice title="照片只用于这次备案">
        每一页都会加上“{WATERMARK}”的水印，加密保存，只有您和经办人员能看到。没有上传的，请带原件到窗口出示。
      </Notice>
      {earlier && filing.materials.length === 0 && (
        <Button kind="quiet" icon="document" loading={busy} onPress={() => void reuse(earlier.id as FilingId)}>
          沿用上次的材料
        </Button>
      )}
      {error && <Notice tone="danger" title={error} />}
      <MaterialList
        filingId={filing.id as FilingId}
        adding={({ code, state }) =>
          MADE_HERE.includes(code) || state === 'held' ? null : (
            <View>
              {sending?.code === code && (
                <View className="material-note figures" role="status">{`上传中 ${sending.percent}%`}</View>
              )}
              <Button kind="quiet" small icon="camera" disabled={busy} onPress={() => void add(code)}>
                拍照或选照片
              </Button>
            </View>
          )
        }
        actions={(code, { sha256, url }) =>
          url ? (
            <Button kind="quiet" small disabled={busy} onPress={() => void remove(code, sha256)}>
              删除
            </Button>
          ) : null
        }
      />
    </>
  )
}
