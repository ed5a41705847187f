import Taro from '@tarojs/taro'
import type { Question } from './ask'

const ACCENT = '#0e7363'
const DANGER = '#b3261e'

export async function confirm({ title, content = '', yes = '确定', no = '取消', danger }: Question): Promise<boolean> {
  const answer = await Taro.showModal({
    title,
    content,
    confirmText: yes,
    cancelText: no,
    confirmColor: danger ? DANGER : ACCENT,
  })
  return answer.confirm
}

export const toast = (text: string): void => void Taro.showToast({ title: text, icon: 'none', duration: 2500 })
