import { isStaff } from '@anju/shared/person/role'
import { useSignedIn } from '../../auth/token'
import { ErrorState } from '../../components/error-state'
import { Page } from '../../components/page'
import { Skeleton } from '../../components/skeleton'
import { Desk } from '../../filing/desk'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useHat, useMe } from '../../person/hat'
import { TenancyBookkeeper } from './tenancy-bookkeeper'
import { TenancyGuest } from './tenancy-guest'
import { TenancyLandlord } from './tenancy-landlord'
import { useTenancyName, useWhileShown } from './tenancy-name'
import { TenancyOwner } from './tenancy-owner'
import { TenancyTenant } from './tenancy-tenant'
import './tenancy.scss'

/** The second tab: what it is follows the hat in use. */
export default function Tenancy() {
  const signedIn = useSignedIn()
  const { me, hat } = useHat()
  const { error, refetch } = useMe()
  const title = useWhileShown(useTenancyName(hat))
  useRefreshOnShow()

  if (!signedIn) return <TenancyGuest title={title} />
  if (!me || !hat)
    return (
      <Page title={title}>{error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton />}</Page>
    )
  if (isStaff(hat.role))
    return (
      <Page title={title} wide>
        <Desk hat={hat} />
      </Page>
    )
  if (hat.role === 'tenant') return <TenancyTenant title={title} me={me} />
  if (hat.role === 'owner') return <TenancyOwner title={title} />
  if (hat.role === 'bookkeeper') return <TenancyBookkeeper title={title} />
  return <TenancyLandlord title={title} me={me} hat={hat} />
}
