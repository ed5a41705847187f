import type { Output } from '@anju/shared/contract/route'
import { dayAt } from '@anju/shared/day'
import type { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import Taro from '@tarojs/taro'

export type Certificate = Output<typeof certificateRoutes.readCertificate>
/** A certificate as it was last read, and when: shown where there is no line. It goes when the person signs out. */
export type Kept = Certificate & { readOn: string }

const KEY = 'certificates'

export const keptCertificates = (): Kept[] => Taro.getStorageSync<Kept[] | ''>(KEY) || []

export function keep(certificate: Certificate): void {
  const others = keptCertificates().filter(({ id }) => id !== certificate.id)
  Taro.setStorageSync(KEY, [{ ...certificate, readOn: dayAt(new Date().toISOString()) }, ...others])
}
