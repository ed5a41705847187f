import { type ComplaintView, isOpen } from '@anju/shared/complaint/complaint'
import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/card'
import { press } from '../../components/press'
import { Gallery } from '../../picture/gallery'
import { usePages } from '../../use-call'
import './complaint.scss'

function ForDesk({ complaint }: { complaint: ComplaintView }) {
  const { items } = usePages(complaintRoutes.listComplaintPictures, { complaintId: complaint.id })
  if (items.length === 0) return null
  const urls = items.map(({ url }) => url)
  return (
    <Card title="照片">
      <View className="complaint-pictures">
        {items.map(({ id, url }, index) => (
          <View
            key={id}
            {...press(() => void Taro.previewImage({ current: url, urls }))}
            aria-label={`查看投诉照片 ${index + 1}`}
          >
            <Image className="complaint-thumb" src={url} mode="aspectFill" aria-hidden="true" />
          </View>
        ))}
      </View>
    </Card>
  )
}

/** 投诉的照片: the reporter adds them while the complaint is open, the desk looks; nobody else ever does. */
export function Pictures({ complaint }: { complaint: ComplaintView }) {
  if (complaint.side === 'desk') return <ForDesk complaint={complaint} />
  if (complaint.side === 'respondent') return null
  return (
    <Card title="照片">
      <Gallery aboutId={complaint.id} purpose="complaint" name="投诉" fixed={!isOpen(complaint.status)} />
    </Card>
  )
}
