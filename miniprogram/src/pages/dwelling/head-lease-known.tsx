import { unitName } from '@anju/shared/dwelling/dwelling'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { objectUntil } from '@anju/shared/head-lease/knowledge'
import type { ApprovalId, DwellingId, LeaseId, PictureId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { DateField } from '../../components/date-field'
import { confirm, toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { PickField } from '../../components/pick-field'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { termText } from '../../lease/lease-words'
import { newId } from '../../new-id'
import { useUploads } from '../../picture/use-uploads'
import { useCommand, usePages } from '../../use-call'
import { today } from '../listing/listing-words'

/** 记录业主知道转租: which sublease, since when, and what shows it (N-24). */
export function KnownSheet({ view, onClose }: { view: HeadLeaseView; onClose: () => void }) {
  const record = useCommand(headLeaseRoutes.recordKnowledge)
  const [approvalId] = useState(() => newId('apv'))
  const [dwellingId, setDwellingId] = useState(view.dwellingIds[0] as DwellingId)
  const [leaseId, setLeaseId] = useState<LeaseId>()
  const [knownOn, setKnownOn] = useState<string | undefined>(today())
  const [reason, setReason] = useState('')
  const [evidenceId, setEvidenceId] = useState<PictureId>()
  const { items } = usePages(leaseRoutes.listHomeLeases, { dwellingId, limit: 50 })
  const { uploads, add, again } = useUploads({ aboutId: dwellingId, purpose: 'consent' }, ({ id }) => setEvidenceId(id))
  const failed = uploads.find(({ error }) => error)
  const send = async () => {
    if (!leaseId || !knownOn || !evidenceId) return
    const content = `业主在 ${objectUntil(knownOn)} 前可以提出异议；到期没有异议，依法视为同意这份转租。`
    if (!(await confirm({ title: `业主 ${knownOn} 知道转租？`, content, yes: '记录' }))) return
    const told = { approvalId, leaseId, knownOn, evidencePictureId: evidenceId, reason }
    await record.run({ headLeaseId: view.id, ...told }).then(
      () => {
        toast('已记录')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Sheet
      open
      title="业主知道转租"
      onClose={onClose}
      footer={
        <Button loading={record.pending} disabled={!leaseId || !knownOn || !evidenceId} onPress={() => void send()}>
          记录
        </Button>
      }
    >
      <Notice ruleId="N-24" source="民法典第七百一十八条">
        业主知道或者应当知道转租，六个月内未提出异议的，视为同意转租。请保留业主知道的材料。
      </Notice>
      {view.homes.length > 1 && (
        <PickField
          label="房屋"
          required
          options={view.homes.map((home) => ({ value: home.dwellingId as string, label: home.addressText }))}
          value={dwellingId as string}
          onChange={(value) => {
            setDwellingId(value as DwellingId)
            setLeaseId(undefined)
            setEvidenceId(undefined)
          }}
        />
      )}
      <PickField<LeaseId>
        label="哪份转租"
        required
        options={items.map((lease) => ({
          value: lease.id,
          label: `${unitName(lease.unit)} ${lease.lesseeName} ${termText(lease)}`,
        }))}
        value={leaseId}
        onChange={setLeaseId}
      />
      <DateField label="业主哪天知道" required value={knownOn} min={view.startOn} max={today()} onChange={setKnownOn} />
      <Button
        kind="quiet"
        icon={evidenceId ? 'done' : 'camera'}
        loading={uploads.length > 0 && !failed}
        onPress={failed ? () => again(failed.id) : add}
      >
        {failed ? '重新上传' : evidenceId ? '已附材料' : '附业主知道的材料照片'}
      </Button>
      <TextField label="说明" value={reason} onChange={setReason} maxLength={200} placeholder="例如：业主来看过房" />
    </Sheet>
  )
}

/** 记录业主的异议: what the owner said outside of the app. */
export function ObjectionSheet({
  view,
  approvalId,
  onClose,
}: {
  view: HeadLeaseView
  approvalId: ApprovalId
  onClose: () => void
}) {
  const record = useCommand(headLeaseRoutes.recordObjection)
  const [objectedOn, setObjectedOn] = useState<string | undefined>(today())
  const [remark, setRemark] = useState('')
  const send = async () => {
    if (!objectedOn) return
    const content = '记录后这份转租不再视为业主同意，请与业主和租客商定怎么办。'
    if (!(await confirm({ title: '记录业主的异议？', content, yes: '记录', danger: true }))) return
    await record.run({ headLeaseId: view.id, approvalId, objectedOn, remark }).then(
      () => {
        toast('已记录')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Sheet
      open
      title="业主提出异议"
      onClose={onClose}
      footer={
        <Button kind="danger" loading={record.pending} disabled={!objectedOn} onPress={() => void send()}>
          记录异议
        </Button>
      }
    >
      <DateField label="哪天提出" required value={objectedOn} max={today()} onChange={setObjectedOn} />
      <TextField label="业主怎么说" value={remark} onChange={setRemark} multiline maxLength={200} />
    </Sheet>
  )
}
