import type { LeaseId } from '@anju/shared/id'
import {
  HANDOVER_KIND_NAMES,
  type Handover,
  handoverDue,
  ITEM_CONDITION_NAMES,
  METER_NAMES,
} from '@anju/shared/lease/handover'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { mayMove } from '@anju/shared/lease/lifecycle'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { sideOf } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useHat } from '../../person/hat'
import { Photo } from '../../picture/photo'
import { useCall, useCommand } from '../../use-call'
import { HandoverForm } from './handover-form'
import './handover.scss'

const KINDS = { entry: HANDOVER_KIND_NAMES.entry, exit: HANDOVER_KIND_NAMES.exit }

/** One list as it stands, with the readings of the entry beside those of the exit. */
function HandoverList({
  list,
  before,
}: {
  list: Omit<Handover, 'confirmedBy' | 'confirmedAt'>
  before?: Handover | undefined
}) {
  const used = (meter: string, value: number) => {
    const first = before?.readings.find((each) => each.meter === meter)?.value
    return first === undefined ? undefined : `交房时 ${first}，用量 ${Math.round((value - first) * 1000) / 1000}`
  }
  return (
    <Card title={`${KINDS[list.kind]}　${list.handedOn}`} flush>
      {list.readings.map(({ meter, value, replaced }) => (
        <Row
          key={meter}
          label={METER_NAMES[meter]}
          value={String(value)}
          note={replaced ? '已换表' : used(meter, value)}
        />
      ))}
      <Row label="钥匙、门禁卡" value={`${list.keyCount} 把`} />
      {list.items.map(({ name, count, condition, note }) => (
        <Row
          key={name}
          label={count > 1 ? `${name} × ${count}` : name}
          note={note}
          value={ITEM_CONDITION_NAMES[condition]}
        />
      ))}
      {list.note && <Row label="说明" note={list.note} />}
      {list.pictureIds && list.pictureIds.length > 0 && (
        <View className="photos handover-shown">
          {list.pictureIds.map((pictureId, index) => (
            <Photo key={pictureId} pictureId={pictureId} name={`${KINDS[list.kind]}照片 ${index + 1}`} />
          ))}
        </View>
      )}
    </Card>
  )
}

function Confirming({ lease }: { lease: Lease }) {
  const accept = useCommand(tenancyRoutes.confirmHandover)
  const decline = useCommand(tenancyRoutes.declineHandover)
  const target = { leaseId: lease.id, version: lease.version }
  const said = (word: string) => [() => toast(word), (error: unknown) => toast(sentenceOf(error))] as const
  const yes = async () => {
    const exit = lease.handover?.kind === 'exit'
    const content = exit ? '确认后租约结束，双方开始结算。' : '确认后即为交房，读数和物品作为退房时的依据。'
    if (await confirm({ title: '确认交割单？', content, yes: '确认' })) await accept.run(target).then(...said('已确认'))
  }
  return (
    <>
      <Button
        kind="quiet"
        loading={decline.pending}
        onPress={() => void decline.run(target).then(...said('已退回出租方'))}
      >
        不认可
      </Button>
      <Button loading={accept.pending} onPress={() => void yes()}>
        确认无误
      </Button>
    </>
  )
}

/** 房屋交割单 (`id`): written by the lessor, confirmed by the lessee, at entry and at exit (CT-10). */
export default function HandoverPage() {
  const leaseId = useRouter().params.id as LeaseId
  const { me } = useHat()
  const call = useCall(leaseRoutes.readLease, { leaseId })
  useLoginFirst()
  useRefreshOnShow()
  const lease = call.data
  const lessor = lease && me && sideOf(lease, me.id) === 'lessor'
  const due = lease && mayMove(lease, 'proposeHandover')
  const early = lease?.status === 'active'
  if (lease && lessor && due && !lease.handover && !early)
    return <HandoverForm lease={lease} kind={handoverDue(lease)} />
  return (
    <Page title="房屋交割单" footer={lease?.handover && lessor === false && <Confirming lease={lease} />}>
      <Loaded call={call}>
        {(read) => (
          <>
            {read.handover && (
              <>
                <Notice>
                  {lessor ? '等待租客确认这份交割单。' : '请当面核对物品、读数、钥匙和照片，有出入请选“不认可”。'}
                </Notice>
                <HandoverList list={read.handover} before={read.handover.kind === 'exit' ? read.entry : undefined} />
              </>
            )}
            {read.exit && <HandoverList list={read.exit} before={read.entry} />}
            {read.entry && <HandoverList list={read.entry} />}
            {!read.handover && !read.entry && (
              <Card>
                <Empty title="还没有交割单" hint="出租方填写后，双方当面核对。" />
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
