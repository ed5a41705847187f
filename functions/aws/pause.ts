/** Before another attempt; full jitter: 50, 100, 200 … ms at the most. */
export const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 25 * 2 ** attempt))
