import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { Lease } from '@anju/shared/lease/lease'
import { Button } from '../../components/button'
import { confirm } from '../../components/feedback'
import { blankOccupant, type DraftOccupant } from '../../filing/draft'
import { useCall } from '../../use-call'
import { OccupantForm } from './submit-occupant'

const MOST = 30

/** The bedrooms of a home that is let whole, to be chosen from. */
const useBedrooms = (lease: Lease): string[] =>
  useCall(filingRoutes.checkFiling, { leaseId: lease.id, occupants: [] }, { enabled: lease.unit.kind === 'whole' }).data
    ?.bedrooms ?? []

interface Props {
  lease: Lease
  occupants: DraftOccupant[]
  onChange: (occupants: DraftOccupant[]) => void
  opened: string | undefined
  onOpen: (key: string | undefined) => void
  /** The person wanted to go on: what is missing is said. */
  tried: boolean
}

/** 居住人: everybody who will really live there, children too. One is open at a time. */
export function Occupants({ lease, occupants, onChange, opened, onOpen, tried }: Props) {
  const bedrooms = useBedrooms(lease)
  const add = () => {
    const occupant = { ...blankOccupant('other'), movedInOn: lease.startOn }
    onChange([...occupants, occupant])
    onOpen(occupant.key)
  }
  const remove = async (gone: DraftOccupant) => {
    const question = { title: `移除${gone.name || '这位居住人'}？`, content: '实际居住的每个人都要填写。', yes: '移除' }
    if (await confirm(question)) onChange(occupants.filter((occupant) => occupant.key !== gone.key))
  }
  return (
    <>
      {occupants.map((occupant, index) => (
        <OccupantForm
          key={occupant.key}
          index={index}
          occupant={occupant}
          all={occupants}
          assigns={lease.unit.kind === 'whole'}
          bedrooms={bedrooms}
          open={opened === occupant.key}
          tried={tried}
          onOpen={() => onOpen(opened === occupant.key ? undefined : occupant.key)}
          onChange={(next) => onChange(occupants.map((other) => (other.key === next.key ? next : other)))}
          onRemove={occupants.length > 1 ? () => void remove(occupant) : undefined}
        />
      ))}
      {occupants.length < MOST && (
        <Button kind="quiet" icon="plus" onPress={add}>
          添加居住人
        </Button>
      )}
    </>
  )
}
