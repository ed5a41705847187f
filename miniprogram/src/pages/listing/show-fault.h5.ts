const RENDERED_MILLIS = 50
const CONTROLS = 'input, select, textarea, [tabindex="0"]'

/** Brings the first fault of the form into view and the focus to its control; pages below this one stay out. */
export function showFault(selector: string): void {
  setTimeout(() => {
    const faults = [...document.querySelectorAll<HTMLElement>(selector)]
    const fault = faults.find((element) => element.offsetParent !== null)
    fault?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    fault?.closest('.field')?.querySelector<HTMLElement>(CONTROLS)?.focus({ preventScroll: true })
  }, RENDERED_MILLIS)
}
