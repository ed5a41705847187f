import type { Me } from '@anju/shared/person/person'
import { personRoutes } from '@anju/shared/person/person.routes'
import { ROLE_NAMES } from '@anju/shared/person/role'
import { View } from '@tarojs/components'
import { sentenceOf } from '../call-error'
import { Button } from '../components/button'
import { confirm, toast } from '../components/feedback'
import { Sheet } from '../components/sheet'
import { useCommand } from '../use-call'
import { useHat } from './hat'
import './hats-sheet.scss'

const OFFERED = [
  { role: 'landlord', about: '出租自己的房屋' },
  { role: 'sublandlord', about: '承租后再转租，管理多处房屋' },
  { role: 'owner', about: '房屋交给他人转租，查看房态和付款' },
] as const
type Offered = (typeof OFFERED)[number]['role']

export function HatsSheet({ open, me, onClose }: { open: boolean; me: Me; onClose: () => void }) {
  const { choose } = useHat()
  const putOn = useCommand(personRoutes.putOnHat)
  const takeOff = useCommand(personRoutes.takeOffHat)
  const { version } = me
  const done = (sentence: string) => {
    toast(sentence)
    onClose()
  }
  const add = (role: Offered) =>
    putOn.run({ version, role }).then(() => {
      choose({ role })
      done(`已添加，并切换到${ROLE_NAMES[role]}`)
    })
  const remove = async (role: Offered) => {
    const question = {
      title: `移除${ROLE_NAMES[role]}身份？`,
      content: '房屋、租约和账本都保留，以后可以再添加。',
      yes: '移除',
    }
    if (await confirm(question)) await takeOff.run({ version, role }).then(() => done('已移除'))
  }
  const attempt = (action: Promise<void>) => void action.catch((error: unknown) => toast(sentenceOf(error)))

  return (
    <Sheet open={open} title="添加或移除身份" onClose={onClose}>
      {OFFERED.map(({ role, about }) => {
        const held = me.hats.some((hat) => hat.role === role)
        return (
          <View key={role} className="hat-line">
            <View className="hat-words">
              <View className="hat-name">{ROLE_NAMES[role]}</View>
              <View className="hat-about">{about}</View>
            </View>
            <Button
              kind="quiet"
              small
              loading={held ? takeOff.pending : putOn.pending}
              onPress={() => attempt(held ? remove(role) : add(role))}
            >
              {`${held ? '移除' : '添加'}${ROLE_NAMES[role]}`}
            </Button>
          </View>
        )
      })}
      <View className="hat-about">工作人员身份由平台管理员授予，请把您的编号告诉管理员。</View>
    </Sheet>
  )
}
