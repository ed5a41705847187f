import type { UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { isRunning } from '@anju/shared/lease/lifecycle'
import { useState } from 'react'
import { Button } from '../../components/button'
import { sideOf, signatureOf } from '../../lease/lease-words'
import { filingPath, leaseBillsPath, open, submitFilingPath } from '../../lease/paths'
import { SignSheet } from './sign-sheet'

/** Whether there is anything to do next. */
export const hasButtons = (lease: Lease, userId: UserId): boolean =>
  isRunning(lease) || (lease.status === 'offered' && !signatureOf(lease, userId))

/** What is to do next: sign, or file; a lessor also books what was paid. */
export function DetailButtons({ lease, userId }: { lease: Lease; userId: UserId }) {
  const [signing, setSigning] = useState(false)
  if (isRunning(lease))
    return (
      <>
        {sideOf(lease, userId) === 'lessor' && (
          <Button kind="quiet" icon="money" onPress={() => open(leaseBillsPath(lease.id))}>
            记收款
          </Button>
        )}
        {lease.filingId ? (
          <Button onPress={() => open(filingPath(lease.filingId!))}>查看备案</Button>
        ) : (
          <Button onPress={() => open(submitFilingPath(lease.id))}>办理备案</Button>
        )}
      </>
    )
  return (
    <>
      <Button onPress={() => setSigning(true)}>签署</Button>
      {signing && <SignSheet lease={lease} onClose={() => setSigning(false)} />}
    </>
  )
}
