import { staffRoutes } from '@anju/shared/business/staff.routes'
import type { Output } from '@anju/shared/contract/route'
import { ROLE_NAMES } from '@anju/shared/person/role'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useLoginFirst } from '../../lease/login-first'
import { identityPath, open } from '../../lease/paths'
import { CodeField, isCode } from '../../person/code-field'
import { useHat, useHolders } from '../../person/hat'
import { useCommand } from '../../use-call'
import { ROLE_WORDS } from './role-words'

type Invitation = Output<typeof staffRoutes.openInvitation>

const ME = '/pages/tab/me'

/** The teams that I am in, each with a way out. */
function Teams() {
  const { choose } = useHat()
  const holders = useHolders(true)
  const leave = useCommand(staffRoutes.leaveHolder)
  const go = async ({ holderId, name }: (typeof holders)[number]) => {
    const question = {
      title: `退出${name}？`,
      content: '您立即看不到对方的房屋、租约和账本。',
      yes: '退出',
      danger: true,
    }
    if (!(await confirm(question))) return
    await leave
      .run({ holderId })
      .then(() => {
        choose({ role: 'tenant' })
        toast('已退出')
      })
      .catch((error: unknown) => toast(sentenceOf(error)))
  }
  if (holders.length === 0) return null
  return (
    <Card title="已加入的团队" flush>
      {holders.map((holder) => (
        <Row
          key={holder.holderId}
          icon="building"
          label={holder.name}
          note={`${holder.roles.map((role) => ROLE_NAMES[role]).join('、')} · 点这里退出`}
          onPress={() => void go(holder)}
        />
      ))}
    </Card>
  )
}

/** 加入团队: by a code that was read out, or by the link that carries it (`code`). */
export default function Join() {
  const [code, setCode] = useState(useRouter().params.code ?? '')
  const [invitation, setInvitation] = useState<Invitation>()
  const { choose } = useHat()
  const look = useCommand(staffRoutes.openInvitation)
  const join = useCommand(staffRoutes.joinStaff)
  useLoginFirst()
  const refusal = [join.error, look.error].find((error): error is CallError => error instanceof CallError)

  const find = () =>
    look.run({ code }).then(setInvitation, (error: unknown) => {
      setInvitation(undefined)
      toast(sentenceOf(error))
    })
  const accept = () =>
    join.run({ code }).then(
      ({ hats }) => {
        const hat = hats.at(-1)
        if (hat) choose(hat)
        toast('已加入')
        void Taro.switchTab({ url: ME })
      },
      (error: unknown) => toast(sentenceOf(error)),
    )

  return (
    <Page
      footer={
        invitation ? (
          <Button loading={join.pending} onPress={() => void accept()}>
            接受邀请
          </Button>
        ) : (
          <Button disabled={!isCode(code)} loading={look.pending} onPress={() => void find()}>
            查看邀请
          </Button>
        )
      }
    >
      <Notice>向邀请您的房东或二房东要邀请码。接受后您用自己的微信代表对方工作，经手的每件事都记您的名字。</Notice>
      <Card>
        <CodeField
          code={code}
          onChange={(next) => {
            setCode(next)
            setInvitation(undefined)
            look.reset()
            join.reset()
          }}
          refusal={refusal?.message}
        />
      </Card>
      {invitation && (
        <Card title={`${invitation.holderName} 邀请您担任${ROLE_NAMES[invitation.role]}`}>
          <View>{ROLE_WORDS[invitation.role]}</View>
        </Card>
      )}
      {refusal?.code === 'person.identity_missing' && (
        <Button kind="quiet" onPress={() => open(identityPath(`/pages/business/join?code=${code}`))}>
          填写实名信息
        </Button>
      )}
      <Teams />
    </Page>
  )
}
