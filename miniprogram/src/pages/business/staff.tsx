import type { Departure, InvitationView, StaffMember } from '@anju/shared/business/staff'
import { staffRoutes } from '@anju/shared/business/staff.routes'
import { ROLE_NAMES } from '@anju/shared/person/role'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type * as z from 'zod'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useLoginFirst } from '../../lease/login-first'
import { momentText } from '../../notice/moment-text'
import { useHat } from '../../person/hat'
import { useCall, useCommand } from '../../use-call'
import { InviteSheet } from './invite-sheet'
import { MemberSheet } from './member-sheet'
import './staff.scss'

type Member = z.infer<typeof StaffMember>
type Invitation = z.infer<typeof InvitationView>
type Left = z.infer<typeof Departure>

const rolesOf = ({ roles }: { roles: Member['roles'] }) => roles.map((role) => ROLE_NAMES[role]).join('、')

/** What the invited person gets, to send or to read aloud. */
const letter = ({ code = '', role, expiresAt }: Invitation) =>
  `邀请您担任${ROLE_NAMES[role]}。打开小程序“安居”，在“我的—加入团队”输入邀请码 ${code}，${momentText(expiresAt)} 前有效，只能用一次。`

function OpenInvitation({ invitation }: { invitation: Invitation }) {
  const withdraw = useCommand(staffRoutes.withdrawInvitation)
  const take = async () => {
    const question = { title: '撤回这个邀请？', content: '邀请码立即失效。', yes: '撤回', danger: true }
    if (!(await confirm(question))) return
    await withdraw
      .run({ invitationId: invitation.id, version: invitation.version })
      .then(() => toast('已撤回'))
      .catch((error: unknown) => toast(sentenceOf(error)))
  }
  return (
    <Card>
      <View className="invitation">
        <View>
          <View className="invitation-code figures">{invitation.code}</View>
          <View className="staff-soft">
            {ROLE_NAMES[invitation.role]}，{momentText(invitation.expiresAt)} 前有效，只能用一次
          </View>
        </View>
        <View className="invitation-buttons">
          <Button kind="quiet" small onPress={() => void Taro.setClipboardData({ data: letter(invitation) })}>
            复制邀请
          </Button>
          <Button kind="quiet" small loading={withdraw.pending} onPress={() => void take()}>
            撤回
          </Button>
        </View>
      </View>
    </Card>
  )
}

const Departures = ({ left }: { left: Left[] }) => (
  <Card title="离开的员工" flush>
    {left.map((each) => (
      <Row
        key={`${each.userId} ${each.at}`}
        label={each.name}
        note={`${rolesOf(each)} · ${momentText(each.at)}${each.note ? ` · 交接：${each.note}` : ''}`}
      />
    ))}
  </Card>
)

/** 员工: who works for the holder, who is invited, who left. */
export default function Staff() {
  useLoginFirst()
  const { hat } = useHat()
  const staff = useCall(staffRoutes.listStaff, {})
  const [inviting, setInviting] = useState(false)
  const [opened, setOpened] = useState<Member>()
  return (
    <Page
      footer={
        <Button icon="plus" onPress={() => setInviting(true)}>
          邀请员工
        </Button>
      }
    >
      <Loaded call={staff}>
        {({ items, invitations, departures }) => (
          <>
            {items.length === 0 && invitations.length === 0 && (
              <Card>
                <Empty
                  icon="people"
                  title="还没有员工"
                  hint="邀请经理、管家或会计，各人用自己的微信登录，只看到自己该办的事。"
                />
              </Card>
            )}
            {items.length > 0 && (
              <Card flush>
                {items.map((member) => (
                  <Row
                    key={member.userId}
                    icon="person"
                    label={member.name}
                    note={rolesOf(member)}
                    onPress={() => setOpened(member)}
                  />
                ))}
              </Card>
            )}
            {invitations.map((invitation) => (
              <OpenInvitation key={invitation.id} invitation={invitation} />
            ))}
            {departures.length > 0 && <Departures left={departures} />}
          </>
        )}
      </Loaded>
      {inviting && <InviteSheet byManager={hat?.role === 'manager'} onClose={() => setInviting(false)} />}
      {opened && (
        <MemberSheet member={opened} byManager={hat?.role === 'manager'} onClose={() => setOpened(undefined)} />
      )}
    </Page>
  )
}
