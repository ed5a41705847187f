/** 9650 → "96.5%". */
export const percent = (basisPoints: number): string => `${(basisPoints / 100).toFixed(1)}%`
