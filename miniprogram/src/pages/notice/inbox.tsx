import type { Notice } from '@anju/shared/notice/notice'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { call } from '../../call'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { momentText } from '../../notice/moment-text'
import { useCall, usePages } from '../../use-call'

const PAGES: Record<Notice['about']['kind'], string> = {
  request: '/pages/lease/requests',
  lease: '/pages/lease/detail',
  message: '/pages/message/board',
  filing: '/pages/filing/detail',
  bill: '/pages/bill/detail',
  complaint: '/pages/complaint/detail',
  payment: '/pages/payment/order',
  head_lease: '/pages/dwelling/head-lease',
  repair: '/pages/repair/detail',
  upkeep: '/pages/repair/upkeep',
}

/** Requests are a list: the one received is told to its holder, the others to their applicant. */
const placeOf = ({ about, title }: Notice): string =>
  about.kind === 'request'
    ? `${PAGES.request}?side=${title.startsWith('房东') ? 'sent' : 'received'}`
    : `${PAGES[about.kind]}?id=${about.id}`

export default function Inbox() {
  const notices = usePages(noticeRoutes.listNotices, {})
  const first = useCall(noticeRoutes.listNotices, { limit: 1 })
  const newest = first.data?.items[0]?.at
  const unread = first.data?.unread ?? 0
  // Until when the person had looked before they came: what is newer stays marked while they are here.
  const looked = useRef<string | undefined>(undefined)
  if (looked.current === undefined && first.data) looked.current = first.data.seenUntil ?? ''
  const isNew = ({ at }: Notice) => looked.current !== undefined && at > looked.current
  useEffect(() => {
    if (newest && unread > 0) call(noticeRoutes.markNoticesSeen, { until: newest }).catch(() => {})
  }, [newest, unread])
  return (
    <Page>
      <Card flush>
        <Row
          icon="edit"
          label="消息设置"
          note="微信提醒的次数，哪些事、什么时候不打扰"
          onPress={() => void Taro.navigateTo({ url: '/pages/notice/settings' })}
        />
      </Card>
      <List
        pages={notices}
        keyOf={(notice) => notice.id}
        render={(notice) => (
          <Card flush>
            <Row
              icon="bell"
              label={notice.title}
              note={`${notice.body} · ${momentText(notice.at)}`}
              {...(isNew(notice) && { value: <Tag tone="waiting">未读</Tag> })}
              onPress={() => void Taro.navigateTo({ url: placeOf(notice) })}
            />
          </Card>
        )}
        empty={
          <Card>
            <Empty icon="bell" title="还没有消息" hint="租房申请、签约和备案有进展时，会在这里告诉您。" />
          </Card>
        }
      />
    </Page>
  )
}
