import type { Hat } from '@anju/shared/person/person'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '../components/card'
import { Empty } from '../components/empty'
import { DeskQueue } from './desk-queue'
import { TownPicker } from './town-picker'
import './desk.scss'

const TOWN_DIGITS = 9
const KEY = 'desk-town'

const NoQueue = () => (
  <Card>
    <Empty
      icon="people"
      title="平台管理员不办理备案"
      hint="您可以授予或收回工作人员身份。"
      action={{
        label: '工作人员授权',
        icon: 'key',
        onPress: () => void Taro.navigateTo({ url: '/pages/person/staff' }),
      }}
    />
  </Card>
)

/** 工作台: what waits in the town or committee of this hat. Stands inside a wide Page. */
export function Desk({ hat }: { hat: Hat }) {
  const region = hat.region ?? ''
  const [chosen, setChosen] = useState(() => Taro.getStorageSync<string>(KEY) || '')
  if (hat.role === 'operator_admin') return <NoQueue />

  const ownTown = region.length >= TOWN_DIGITS ? region : undefined
  const town = ownTown ?? (chosen.startsWith(region) ? chosen : '')
  const choose = (code: string) => {
    Taro.setStorageSync(KEY, code)
    setChosen(code)
  }
  const picker = !ownTown && <TownPicker region={region} town={town} onChoose={choose} />
  if (town.length < TOWN_DIGITS)
    return (
      <>
        {picker}
        <Empty icon="place" title="请选择街镇" hint="选好以后显示那里的备案。" />
      </>
    )
  return <DeskQueue key={town} town={town} hat={hat} picker={picker} />
}
