import { unitName } from '@anju/shared/dwelling/dwelling'
import { REQUEST_STATUS_NAMES, type RentalRequest } from '@anju/shared/lease/rental-request'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../components/card'
import { Money } from '../components/money'
import { Tag, type Tone } from '../components/tag'
import './lease-card.scss'

const TONES: Record<Exclude<RentalRequest['status'], 'open'>, Tone> = {
  accepted: 'done',
  declined: 'quiet',
  withdrawn: 'quiet',
}

/** A request to rent, as its sender or its receiver sees it; `children` are the buttons. */
export function RequestCard({
  request,
  side,
  children,
}: {
  request: RentalRequest
  side: 'sent' | 'received'
  children?: ReactNode
}) {
  const { moveInOn, months, persons, message, status } = request
  const tone = status === 'open' ? (side === 'sent' ? 'waiting' : 'warn') : TONES[status]
  return (
    <Card
      title={side === 'sent' ? request.listingTitle : `${request.applicantName}想租“${request.listingTitle}”`}
      side={<Tag tone={tone}>{REQUEST_STATUS_NAMES[status]}</Tag>}
    >
      <View className="lease-card-line">
        <Money fen={request.rentFen} per="/月" />
        <View className="lease-card-soft">{unitName(request.unit)}</View>
      </View>
      <View className="lease-card-soft figures">
        {moveInOn} 入住，租 {months} 个月，{persons} 人居住
      </View>
      {message && <View>留言：{message}</View>}
      {children && <View className="lease-card-buttons">{children}</View>}
    </Card>
  )
}
