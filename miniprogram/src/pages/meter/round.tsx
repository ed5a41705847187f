import { useEffect, useState } from 'react'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { ErrorState } from '../../components/error-state'
import { Page } from '../../components/page'
import { Skeleton } from '../../components/skeleton'
import { useLoginFirst } from '../../lease/login-first'
import { open } from '../../lease/paths'
import { RoundStopPage } from './round-stop'
import { readWalk, useWalk } from './walk'
import './round.scss'

const TENANCY = '/pages/tab/tenancy'

/** 抄表: one meter a screen, with the line or without. */
export default function Round() {
  const { stops, owner } = useWalk()
  const [state, setState] = useState<{ reading: boolean; error?: unknown }>({ reading: true })
  useLoginFirst()
  const read = () => {
    setState({ reading: true })
    readWalk()
      .then(() => setState({ reading: false }))
      .catch((error: unknown) => setState({ reading: false, error }))
  }
  useEffect(read, [])
  if (stops.length > 0)
    return <RoundStopPage stops={stops} owner={owner} offline={state.error !== undefined} onRefresh={read} />
  return (
    <Page>
      {state.reading ? (
        <Skeleton cards={2} />
      ) : state.error ? (
        <ErrorState error={state.error as Error} onRetry={read} />
      ) : (
        <Card>
          <Empty
            icon="home"
            title="还没有登记水电燃气表"
            hint="在房屋的“水电燃气表”里登记后，就能在这里一块一块地抄。"
            action={{ label: '去房管', onPress: () => open(TENANCY) }}
          />
        </Card>
      )}
    </Page>
  )
}
