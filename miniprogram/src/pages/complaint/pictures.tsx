import { type ComplaintView, isOpen } from '@anju/shared/complaint/complaint'
import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { Card } from '../../components/card'
import { Gallery } from '../../picture/gallery'
import { PhotoRow } from '../../picture/photo-row'
import { usePages } from '../../use-call'

function ForDesk({ complaint }: { complaint: ComplaintView }) {
  const { items } = usePages(complaintRoutes.listComplaintPictures, { complaintId: complaint.id })
  if (items.length === 0) return null
  return (
    <Card title="照片">
      <PhotoRow pictures={items} name="投诉" />
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
