import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { DwellingId, LeaseId } from '@anju/shared/id'
import { MANUAL, needsOf } from '@anju/shared/ledger/manual'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { PickField } from '../../components/pick-field'
import { shortAddress } from '../../lease/lease-words'
import { usePages } from '../../use-call'
import type { ErrorAt, Told } from './entry'
import { leaseName } from './entry-words'
import { useGivenLeases } from './use-given-leases'

interface Props {
  told: Told
  set: (changes: Partial<Told>) => void
  errorAt: ErrorAt
  onBack: () => void
}

/** What the entry is about: a lease where the event is between two people, otherwise a home, or neither. */
export function EntryAbout({ told, set, errorAt, onBack }: Props) {
  const needs = needsOf(told.event)
  const ofLease = needs.includes('lease')
  const { pages: leases } = useGivenLeases()
  const homes = usePages(dwellingRoutes.listDwellings, { limit: 50 })
  return (
    <Card
      title={MANUAL[told.event].label}
      side={
        <Button kind="quiet" small onPress={onBack}>
          换一种
        </Button>
      }
    >
      {ofLease ? (
        <PickField<LeaseId>
          label="哪份租约"
          required
          options={leases.items.map((lease) => ({ value: lease.id, label: leaseName(lease) }))}
          value={told.leaseId}
          onChange={(leaseId) => set({ leaseId })}
          error={errorAt('leaseId')}
        />
      ) : (
        <PickField<DwellingId>
          label="哪套房屋"
          required={needs.includes('home')}
          hint={needs.includes('home') ? undefined : '归到房屋后，每套利润才算得准'}
          options={homes.items.map((home) => ({
            value: home.id,
            label: `${home.communityName} ${shortAddress(home.addressText)}`,
          }))}
          value={told.dwellingId}
          onChange={(dwellingId) => set({ dwellingId })}
          error={errorAt('dwellingId')}
        />
      )}
    </Card>
  )
}
