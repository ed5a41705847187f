import { useLayoutEffect, useRef } from 'react'
import type { LayerProps } from './layer-props'
import './layer.scss'

/** The browser's own modal dialog: it holds the focus, gives it back, closes on Esc and lies above the tab bar. */
export function Layer({ label, onClose, children }: LayerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Before the element leaves the page: afterwards closing no longer gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="layer-box"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      {children}
    </dialog>
  )
}
