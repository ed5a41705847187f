import type { StaffMember } from '@anju/shared/business/staff'
import { staffRoutes } from '@anju/shared/business/staff.routes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type * as z from 'zod'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { ChoicesField } from '../../components/choice-field'
import { confirm, toast } from '../../components/feedback'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { useCommand } from '../../use-call'
import { ROLE_OPTIONS, ROLE_WORDS } from './role-words'

interface Props {
  member: z.infer<typeof StaffMember>
  byManager: boolean
  onClose: () => void
}

/** One member of the staff: what they are, and how they leave. */
export function MemberSheet({ member, byManager, onClose }: Props) {
  const { userId, name } = member
  const [roles, setRoles] = useState(member.roles)
  const [note, setNote] = useState('')
  const change = useCommand(staffRoutes.changeStaff)
  const remove = useCommand(staffRoutes.removeStaff)
  const done = (sentence: string) => {
    toast(sentence)
    onClose()
  }
  const attempt = (action: Promise<void>) => void action.catch((error: unknown) => toast(sentenceOf(error)))
  const save = () => change.run({ userId, roles }).then(() => done('已修改'))
  const dismiss = async () => {
    const question = {
      title: `移除${name}？`,
      content: '对方立即看不到您的房屋、租约和账本；经手的记录都保留。',
      yes: '移除',
      danger: true,
    }
    if (await confirm(question)) await remove.run({ userId, note }).then(() => done('已移除'))
  }
  return (
    <Sheet
      open
      title={name}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" loading={remove.pending} onPress={() => attempt(dismiss())}>
            移除
          </Button>
          <Button disabled={roles.length === 0} loading={change.pending} onPress={() => attempt(save())}>
            保存身份
          </Button>
        </>
      }
    >
      <ChoicesField
        label="身份"
        required
        options={ROLE_OPTIONS.filter(({ value }) => !byManager || value !== 'manager')}
        values={roles}
        onChange={setRoles}
      />
      {roles.map((role) => (
        <View key={role} className="staff-soft">
          {ROLE_WORDS[role]}
        </View>
      ))}
      <TextField
        label="交接说明（移除时留存）"
        multiline
        maxLength={300}
        value={note}
        onChange={setNote}
        placeholder="例如：3 套房的钥匙已交回，8 月水电费未抄"
      />
    </Sheet>
  )
}
