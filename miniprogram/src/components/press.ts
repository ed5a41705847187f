interface Options {
  role?: 'button' | 'link' | 'switch' | 'radio' | 'checkbox'
  disabled?: boolean
  /** -1 takes a control out of the Tab order, for instance an unselected radio. */
  tabIndex?: number
}

const inBrowser = process.env.TARO_ENV === 'h5'

/** What makes a View a control: its role, and in the browser a place in the Tab order, Enter and Space. */
export function press(onPress: () => void, { role = 'button', disabled = false, tabIndex = 0 }: Options = {}) {
  const run = disabled ? undefined : onPress
  return {
    role,
    hoverClass: disabled ? undefined : 'pressed',
    onClick: run,
    ...(disabled && { 'aria-disabled': 'true' }),
    ...(inBrowser && {
      tabIndex: disabled ? -1 : tabIndex,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        run?.()
      },
    }),
  }
}
