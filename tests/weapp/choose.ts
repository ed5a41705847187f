/** What can be pressed, on a phone and in a browser. */
export const CONTROLS = ['button', 'link', 'radio', 'checkbox', 'switch'].map((role) => `[role=${role}]`).join()

/**
 * Runs in the page: which of the elements that match some words a person would press. An element inside another one is
 * not counted; of several, `nth` or the only one that can be pressed. More than one `apart` cannot be told apart.
 */
export function choose(
  elements: Element[],
  { controls, nth }: { controls: string; nth: number | undefined },
): { apart: number; chosen: number } {
  const outer = elements.filter((one) => !elements.some((other) => other !== one && other.contains(one)))
  if (nth !== undefined) return { apart: 1, chosen: elements.indexOf(outer[nth] as Element) }
  const pressed = new Set(outer.map((one) => one.closest(controls)).filter((control) => control !== null))
  const meant = pressed.size === 1 ? outer.find((one) => one.closest(controls)) : outer[0]
  return { apart: pressed.size === 1 ? 1 : outer.length, chosen: elements.indexOf(meant as Element) }
}
