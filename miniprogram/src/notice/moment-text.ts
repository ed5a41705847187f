import { dayAt, type Instant } from '@anju/shared/day'

/** "11月20日 10:05" in Shanghai. */
export function momentText(at: Instant): string {
  const [, month, date] = dayAt(at).split('-').map(Number)
  const minutes = Math.floor(Date.parse(at) / 60_000) + 8 * 60
  const clock = [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, '0'))
  return `${month}月${date}日 ${clock.join(':')}`
}
