import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { FILING_STATUS_NAMES, type FilingStatus } from '@anju/shared/filing/states'
import type { FilingId } from '@anju/shared/id'
import type { Hat } from '@anju/shared/person/person'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useRef, useState } from 'react'
import { Card } from '../components/card'
import { Empty } from '../components/empty'
import { InputBox } from '../components/input-box'
import { List } from '../components/list'
import { usePages } from '../use-call'
import { DeskCard } from './desk-card'
import { DeskPane } from './desk-pane'
import type { FilingCardView } from './filing-card'
import { StatusTabs } from './status-tabs'
import { type DeskActions, useDeskKeys } from './use-desk-keys'
import { useFresh } from './use-fresh'
import { useWideScreen } from './use-wide-screen'

const matches = ({ lessorName, lesseeName, addressText, communityName, acceptanceNo }: FilingCardView, words: string) =>
  [lessorName, lesseeName, addressText, communityName, acceptanceNo].some((text) => text.includes(words))

interface NothingProps {
  status: FilingStatus
  words: string
  /** Loads the next page, where there is one. */
  more: (() => void) | undefined
}

const Nothing = ({ status, words, more }: NothingProps) => (
  <Card>
    {words === '' ? (
      <Empty
        icon="done"
        title={`没有${FILING_STATUS_NAMES[status]}的备案`}
        hint="新的备案提交后会出现在这里，可以看看其他状态。"
      />
    ) : (
      <Empty
        icon="search"
        title="没有找到"
        hint="只在已加载的备案中搜索，可以换个词或换一个状态。"
        action={more && { label: '加载更多', onPress: more }}
      />
    )}
  </Card>
)

interface Props {
  town: string
  hat: Hat
  /** For who oversees several towns. */
  picker: ReactNode
}

/** The queue of one town; on a wide screen the opened case stands beside it. */
export function DeskQueue({ town, hat, picker }: Props) {
  const [status, setStatus] = useState<FilingStatus>('submitted')
  const [words, setWords] = useState('')
  const [opened, setOpened] = useState<FilingId>()
  const actions = useRef<DeskActions>({})
  const wide = useWideScreen()
  const queue = usePages(filingRoutes.listQueue, { regionCode: town, status })
  const shown = queue.items.filter((card) => matches(card, words.trim()))

  const open = (id: FilingId) => {
    if (wide) setOpened(id)
    else void Taro.navigateTo({ url: `/pages/filing/review?id=${id}` })
  }
  useDeskKeys(wide, actions)
  useFresh(queue.again)

  return (
    <View className={wide ? 'desk-columns' : undefined}>
      <View className="desk-list">
        {picker}
        <StatusTabs value={status} onChange={setStatus} />
        <InputBox
          id="desk-search"
          aria-label="在已加载的备案中搜索"
          placeholder="搜姓名、地址或受理号"
          value={words}
          onChange={setWords}
        />
        <View className="desk-scroll">
          <List
            pages={{ ...queue, items: shown }}
            keyOf={(card) => card.id}
            render={(card) => <DeskCard card={card} current={card.id === opened} onPress={() => open(card.id)} />}
            empty={<Nothing status={status} words={words.trim()} more={queue.hasMore ? queue.more : undefined} />}
          />
        </View>
      </View>
      {process.env.TARO_ENV === 'h5' && wide && <DeskPane opened={opened} hat={hat} actions={actions} />}
    </View>
  )
}
