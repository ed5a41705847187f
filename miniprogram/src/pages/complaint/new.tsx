import { COMPLAINT_KIND_NAMES, ComplaintKind, isUrgent } from '@anju/shared/complaint/complaint'
import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { type ComplaintId, type LeaseId, type ListingId, regionOf } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import Taro, { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useSignedIn } from '../../auth/token'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { PickField } from '../../components/pick-field'
import { Row } from '../../components/row'
import { SwitchRow } from '../../components/switch-row'
import { TextField } from '../../components/text-field'
import { useLoginFirst } from '../../lease/login-first'
import { newId } from '../../new-id'
import { RegionField } from '../../region/region-field'
import { type RegionPath, useRememberedRegion } from '../../region/region-path'
import { useCall, useCommand } from '../../use-call'

const KINDS = ComplaintKind.options.map((value) => ({ value, label: COMPLAINT_KIND_NAMES[value] }))
const TOWN_LEVEL = 'town'

/** 投诉 about a lease (`leaseId`), an advert (`listingId`), or a place that is written down here. */
export default function NewComplaint() {
  const params = useRouter().params as { leaseId?: LeaseId; listingId?: ListingId; kind?: string }
  const { leaseId, listingId } = params
  const signedIn = useSignedIn()
  const lease = useCall(leaseRoutes.readLease, { leaseId: leaseId as LeaseId }, { enabled: signedIn && !!leaseId })
  const listing = useCall(listingRoutes.readListing, { listingId: listingId as ListingId }, { enabled: !!listingId })
  const [kind, setKind] = useState(ComplaintKind.safeParse(params.kind).data)
  const [path, setPath] = useState<RegionPath>()
  const [placeText, setPlace] = useState('')
  const [text, setText] = useState('')
  const [danger, setDanger] = useState(false)
  const file = useCommand(complaintRoutes.fileComplaint)
  const made = useRef<Record<string, ComplaintId>>({})
  const [near] = useRememberedRegion()
  useLoginFirst()

  const written = !leaseId && !listingId
  const town = path?.at(-1)?.level === TOWN_LEVEL ? path.at(-1)?.code : undefined
  const region = leaseId
    ? lease.data && regionOf(lease.data.dwellingId)
    : listingId
      ? regionOfListing(listing.data)
      : town
  const ready = kind && region && text.trim().length > 1 && (!written || placeText.trim().length > 1)
  const send = async () => {
    if (!kind || !region) return
    const about = written
      ? { townCode: region, placeText }
      : { ...(leaseId && { leaseId }), ...(listingId && { listingId }) }
    made.current[region] ??= newId('cmp', region)
    await file.run({ ...about, complaintId: made.current[region], kind, danger, text }).then(
      ({ id, urgent }) => {
        toast(urgent ? '已直接送达街镇，两小时内答复' : '投诉已提交')
        void Taro.redirectTo({ url: `/pages/complaint/detail?id=${id}` })
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  const wrong = (field: string) => (file.error instanceof CallError ? file.error.fieldError(field) : undefined)
  return (
    <Page
      footer={
        <Button loading={file.pending} disabled={!ready} onPress={() => void send()}>
          提交投诉
        </Button>
      }
    >
      {(lease.data ?? listing.data) && (
        <Card flush>
          <Row icon="place" label={lease.data?.addressText ?? listing.data?.title ?? ''} note="投诉的房屋" />
        </Card>
      )}
      <Card>
        <PickField label="投诉什么" required placeholder="请选择类别" options={KINDS} value={kind} onChange={setKind} />
        {written && (
          <>
            <RegionField label="所在街镇" required start={near} value={path} onChange={setPath} />
            <TextField
              label="地点"
              required
              maxLength={100}
              placeholder="小区、楼号或门牌"
              value={placeText}
              onChange={setPlace}
              error={wrong('placeText')}
            />
          </>
        )}
        <TextField
          label="发生了什么"
          required
          multiline
          maxLength={1000}
          placeholder="时间、经过、您的要求"
          value={text}
          onChange={setText}
          error={wrong('text')}
        />
      </Card>
      {kind === 'hazard' && (
        <Card flush>
          <SwitchRow
            icon="alert"
            label="危险正在发生"
            note="直接送达街镇，两小时内答复"
            on={danger}
            onChange={setDanger}
          />
        </Card>
      )}
      {kind && isUrgent(kind, danger) && (
        <Notice tone="warn" title="紧急投诉直接送达街镇，两小时内答复" ruleId="SH-CON-13" source="住房租赁条例第十二条">
          停水停电停气、换锁、威胁都不允许。有人身危险请先拨打 110，火情拨打 119。
        </Notice>
      )}
      <Notice title="对方不会知道是您投诉的">
        只有受理的工作人员能看到您和您写的内容。提交后可以补充照片；文字和照片会经过内容审核。
      </Notice>
      {file.error && <Notice tone="danger" title={sentenceOf(file.error)} />}
    </Page>
  )
}

const regionOfListing = (listing: { townCode?: string | undefined; districtCode: string } | undefined) =>
  listing && (listing.townCode ?? listing.districtCode)
