import { staffRoutes } from '@anju/shared/business/staff.routes'
import type { TeamRole } from '@anju/shared/person/role'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { toast } from '../../components/feedback'
import { Sheet } from '../../components/sheet'
import { newId } from '../../new-id'
import { useCommand } from '../../use-call'
import { ROLE_OPTIONS, ROLE_WORDS } from './role-words'

export function InviteSheet({ byManager, onClose }: { byManager: boolean; onClose: () => void }) {
  const [role, setRole] = useState<TeamRole>('keeper')
  const [invitationId] = useState(() => newId('inv'))
  const { run, pending } = useCommand(staffRoutes.inviteStaff)
  const invite = () =>
    run({ invitationId, role }).then(
      () => {
        toast('邀请码已生成')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  return (
    <Sheet
      open
      title="邀请员工"
      onClose={onClose}
      footer={
        <Button loading={pending} onPress={() => void invite()}>
          生成邀请码
        </Button>
      }
    >
      <ChoiceField
        label="身份"
        required
        options={ROLE_OPTIONS.filter(({ value }) => !byManager || value !== 'manager')}
        value={role}
        onChange={setRole}
      />
      <View className="staff-soft">{ROLE_WORDS[role]}</View>
    </Sheet>
  )
}
