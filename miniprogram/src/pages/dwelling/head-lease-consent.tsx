import type { DwellingId } from '@anju/shared/id'
import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { useUploads } from '../../picture/use-uploads'

/** A picture of the owner's consent to sublet. */
export function Consent({ home, given, onGiven }: { home: DwellingId; given: boolean; onGiven: (id: string) => void }) {
  const { uploads, add, again } = useUploads({ aboutId: home, purpose: 'consent' }, ({ id }) => onGiven(id))
  const failed = uploads.find(({ error }) => error)
  return (
    <View className="unit-actions">
      <Button
        kind="quiet"
        small
        icon={given ? 'done' : 'camera'}
        loading={uploads.length > 0 && !failed}
        onPress={failed ? () => again(failed.id) : add}
      >
        {failed ? '重新上传' : given ? '已附同意转租的材料' : '附同意转租的材料照片'}
      </Button>
    </View>
  )
}
