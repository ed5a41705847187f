import type { AboutId } from '@anju/shared/picture/picture'
import { MOST_REPAIR_PICTURES } from '@anju/shared/repair/repair'
import { useState } from 'react'
import { Button } from '../../components/button'
import { toast } from '../../components/feedback'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { PhotoField } from '../../picture/photo-field'
import { usePhotos } from '../../picture/use-photos'

interface Props {
  title: string
  label: string
  yes: string
  required?: boolean
  /** Asks for pictures too. */
  aboutId?: AboutId
  pending: boolean
  onSend: (text: string, pictureIds: ReturnType<typeof usePhotos>['pictureIds']) => void
  onClose: () => void
}

/** One sentence, with pictures where they are asked for. */
export function WordsSheet({ title, label, yes, required = false, aboutId, pending, onSend, onClose }: Props) {
  const [text, setText] = useState('')
  const photos = usePhotos(aboutId as AboutId, 'repair', MOST_REPAIR_PICTURES)
  const send = () => {
    if (required && text.trim().length < 2) return toast(`请填写${label}`)
    if (photos.sending) return toast('照片还在上传，请稍候')
    onSend(text.trim(), photos.pictureIds)
  }
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button loading={pending} onPress={send}>
          {yes}
        </Button>
      }
    >
      <TextField label={label} required={required} multiline maxLength={300} value={text} onChange={setText} />
      {aboutId && <PhotoField photos={photos} name="报修" hint="可以附照片，双方都能看到。" />}
    </Sheet>
  )
}
