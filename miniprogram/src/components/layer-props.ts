import type { ReactNode } from 'react'

export interface LayerProps {
  /** What a screen reader says on entering. */
  label: string
  onClose: () => void
  children: ReactNode
}
