import { CONTENT_STATE_NAMES } from '@anju/shared/content/content'
import { type LeaseId, regionOf } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { type MessageView, MOST_CHARACTERS } from '@anju/shared/message/message'
import { messageRoutes } from '@anju/shared/message/message.routes'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { Empty } from '../../components/empty'
import { toast } from '../../components/feedback'
import { List } from '../../components/list'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { otherName, sideOf } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { newId } from '../../new-id'
import { momentText } from '../../notice/moment-text'
import { useAskOnSubmit } from '../../notice/use-consents'
import { useHat } from '../../person/hat'
import { useCall, useCommand } from '../../use-call'
import { useBoard } from './use-board'
import './board.scss'

interface Props {
  message: MessageView
  mine: boolean
  /** The other party has read it. */
  read: boolean
}

const Said = ({ message: { fromName, text, state, createdAt }, mine, read }: Props) => (
  <View className={classes('board-message', mine && 'board-mine')}>
    <View className="board-soft figures">
      {mine ? '我' : fromName} · {momentText(createdAt)}
      {mine && state === 'shown' && (read ? ' · 对方已读' : ' · 对方未读')}
    </View>
    <View className="board-words">{text}</View>
    {state !== 'shown' && <View className="board-soft">{CONTENT_STATE_NAMES[state]}</View>}
  </View>
)

/** 留言 (`id` of the lease, `text` to begin with): between its two parties. */
export default function Board() {
  const { id, text: begun = '' } = useRouter().params
  const leaseId = id as LeaseId
  const { partyId } = useHat()
  const lease = useCall(leaseRoutes.readLease, { leaseId }).data
  const { pages, otherReadUntil = '' } = useBoard(leaseId)
  const post = useCommand(messageRoutes.postMessage)
  const ask = useAskOnSubmit(['message', 'bill', 'lease_end'])
  const [text, setText] = useState(decodeURIComponent(begun))
  // One id for the same words, so that they come once where the answer to the first attempt was lost.
  const made = useRef({ text: '', id: newId('msg', regionOf(leaseId)) })
  useLoginFirst()
  useRefreshOnShow()
  const other = lease && partyId ? otherName(lease, sideOf(lease, partyId)) : '对方'
  const send = async () => {
    await ask()
    if (made.current.text !== text) made.current = { text, id: newId('msg', regionOf(leaseId)) }
    await post.run({ leaseId, messageId: made.current.id, text }).then(
      ({ state }) => {
        made.current.text = ''
        setText('')
        toast(state === 'shown' ? '已发出' : '已提交，审核后对方可见')
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Page
      footer={
        <Button loading={post.pending} disabled={text.trim() === ''} onPress={() => void send()}>
          发送
        </Button>
      }
    >
      <Notice>只有您和 {other} 看得到。发出后不能修改或删除，有争议时双方都可以拿它说明。</Notice>
      <Card>
        <TextField
          label={`给 ${other} 留言`}
          required
          multiline
          maxLength={MOST_CHARACTERS}
          placeholder="例如：厨房水龙头滴水，周六上午在家"
          value={text}
          onChange={setText}
        />
      </Card>
      <List
        pages={pages}
        keyOf={(message) => message.id}
        render={(message) => (
          <Said message={message} mine={message.by === partyId} read={message.createdAt <= otherReadUntil} />
        )}
        empty={
          <Card>
            <Empty title="还没有留言" hint="房屋、费用、续租和退租的事，都可以在这里和对方说清楚。" />
          </Card>
        }
      />
    </Page>
  )
}
