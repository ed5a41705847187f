import { createHash } from 'node:crypto'
import { type Lease, signedText } from '@anju/shared/lease/lease'

/** What a signature under a lease stands for. */
export const textHashOf = (lease: Lease): string => createHash('sha256').update(signedText(lease)).digest('hex')
