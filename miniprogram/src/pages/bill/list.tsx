import type { LeaseId } from '@anju/shared/id'
import { useRouter } from '@tarojs/taro'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { LeaseBills, LesseeBills } from './lessee-bills'
import { LessorBills } from './lessor-bills'

/** 账单: what I collect (`side=lessor`), what I pay (`side=lessee`), or those of one lease (`lease`). */
export default function BillList() {
  const { side, lease } = useRouter().params
  useLoginFirst()
  useRefreshOnShow()
  if (lease) return <LeaseBills leaseId={lease as LeaseId} />
  return side === 'lessee' ? <LesseeBills /> : <LessorBills />
}
