import { useDidHide, useDidShow } from '@tarojs/taro'
import { type MutableRefObject, useEffect, useRef } from 'react'

/** What the letters do with the opened case; absent where the officer may not. */
export interface DeskActions {
  c?: () => void
  t?: () => void
  a?: () => void
  r?: () => void
  h?: () => void
}

const MOVES: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Walks the focus over the cards; Enter opens as on every link. */
function move(step: number): void {
  const cards = [...document.querySelectorAll<HTMLElement>('.desk-card')]
  const at = cards.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? (step > 0 ? 0 : cards.length - 1) : Math.min(Math.max(at + step, 0), cards.length - 1)
  cards[next]?.focus()
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null

/** The whole desk by keyboard: ↑ ↓ or j k, Enter, c 核查, t 受理, a 通过, r 退回, h 转办. */
export function useDeskKeys(on: boolean, actions: MutableRefObject<DeskActions>): void {
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (!on) return
    const listen = (event: KeyboardEvent) => {
      if (!shown.current || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const step = MOVES[event.key]
      const act = actions.current?.[event.key as keyof DeskActions]
      if (step === undefined && !act) return
      event.preventDefault()
      if (step !== undefined) move(step)
      else act?.()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [on, actions])
}
