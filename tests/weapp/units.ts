/** rpx is 1/750 of the screen's width, and vh measures the part of the screen between the bars. */
export function phoneUnits(css: string): string {
  return css.replace(/(-?(?:\d*\.)?\d+)(rpx|vh)\b/g, (_, size, unit) => `calc(${size} * var(--${unit}))`)
}
