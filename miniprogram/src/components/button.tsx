import { type ButtonProps, Button as NativeButton, View } from '@tarojs/components'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { press } from './press'
import './button.scss'

interface Props {
  children: string
  onPress?: () => void
  /** One primary button a screen; danger is for what cannot be taken back. */
  kind?: 'primary' | 'quiet' | 'danger'
  icon?: IconName
  loading?: boolean
  disabled?: boolean
  /** As wide as its words, for a button inside a card or a row. */
  small?: boolean
  /** WeChat's own button, for what only it may open: a phone number, an avatar, the privacy consent. */
  native?: Pick<ButtonProps, 'id' | 'openType' | 'onGetPhoneNumber' | 'onChooseAvatar' | 'onAgreePrivacyAuthorization'>
}

const nothing = () => {}

export function Button({
  children,
  onPress = nothing,
  kind = 'primary',
  icon,
  loading,
  disabled,
  small,
  native,
}: Props) {
  const off = Boolean(disabled || loading)
  const className = classes('button', `button-${kind}`, small && 'button-small', disabled && 'button-off')
  const content = (
    <>
      {loading ? <View className="button-spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <View className="button-text">{children}</View>
    </>
  )
  const label = loading ? `${children}，正在处理` : children
  if (native) {
    return (
      <NativeButton {...native} className={className} hoverClass="pressed" disabled={off} aria-label={label}>
        {content}
      </NativeButton>
    )
  }
  return (
    <View {...press(onPress, { disabled: off })} className={className} aria-label={label}>
      {content}
    </View>
  )
}
