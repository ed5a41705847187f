/** What a browser's text is without anybody's wish. */
const USUAL = 16

/** The text size that the person chose in the browser's own settings; zooming is not part of it. */
export function readTextScale(): number {
  const probe = document.createElement('span')
  probe.style.fontSize = 'medium'
  document.documentElement.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size / USUAL
}
