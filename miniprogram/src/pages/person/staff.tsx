import { UserId } from '@anju/shared/id'
import type { Hat } from '@anju/shared/person/person'
import { personRoutes } from '@anju/shared/person/person.routes'
import { ROLE_NAMES, STAFF_REGION_DIGITS, STAFF_ROLES, type StaffRole } from '@anju/shared/person/role'
import { checkRegionCode } from '@anju/shared/region/region'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { CallError } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { Empty } from '../../components/empty'
import { confirm, toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { useHat } from '../../person/hat'
import { useHatNames, useRegionPath } from '../../person/region-name'
import { useCommand } from '../../use-call'

const ROLES = STAFF_ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))
const LONGEST_CODE = 12

/** The same refusals as for oneself, said of somebody else. */
const OF_OTHERS: Partial<Record<string, string>> = {
  'person.hat_held': '对方已经有这个身份',
  'person.hat_not_held': '对方没有这个身份，无需收回',
}

function wrongPlace(code: string, rightLength: boolean, lengths: string): string | undefined {
  if (code === '') return undefined
  if (!rightLength) return lengths
  return checkRegionCode(code).ok ? undefined : '没有这个行政区划代码，请核对后重新填写'
}

function StaffForm() {
  const [userId, setUserId] = useState('')
  const [role, setRole] = useState<StaffRole>('clerk')
  const [region, setRegion] = useState('')
  const [held, setHeld] = useState<Hat[]>()
  const grant = useCommand(personRoutes.grantHat)
  const revoke = useCommand(personRoutes.revokeHat)
  const nameOf = useHatNames(held ?? [])

  const id = UserId.safeParse(userId.trim())
  const digits = STAFF_REGION_DIGITS[role].filter((count) => count > 0)
  const bound = digits.length > 0
  const place = useRegionPath(bound ? region : '')
  const rightLength = digits.includes(region.length)
  const lengths = `${ROLE_NAMES[role]}的区划代码应为 ${digits.join('、')} 位数字`
  const placeError = wrongPlace(region, rightLength, lengths) ?? place.error?.message
  const ready = id.success && (!bound || (rightLength && place.data !== undefined))
  const placeName = place.data?.join(' ')

  const send = async (command: typeof grant | typeof revoke, what: string) => {
    if (!id.success) return
    const question = {
      title: `${what}${ROLE_NAMES[role]}？`,
      content: `${bound ? `区域：${placeName}。` : ''}请先核对对方的编号。`,
      yes: what,
    }
    if (!(await confirm(question))) return
    grant.reset()
    revoke.reset()
    await command.run({ userId: id.data, hat: { role, ...(bound && { region }) } }).then(
      ({ hats }) => {
        setHeld(hats)
        toast(`已${what}`)
      },
      () => undefined,
    )
  }
  const refusal = [grant.error, revoke.error].find((error): error is CallError => error instanceof CallError)

  return (
    <Page
      footer={
        <>
          <Button kind="quiet" disabled={!ready} loading={revoke.pending} onPress={() => void send(revoke, '收回')}>
            收回
          </Button>
          <Button disabled={!ready} loading={grant.pending} onPress={() => void send(grant, '授予')}>
            授予
          </Button>
        </>
      }
    >
      <Notice title="先当面或电话核对">对方在“我的”中复制自己的编号发给您。每次授予和收回都有记录。</Notice>
      {refusal && <Notice tone="danger" title={OF_OTHERS[refusal.code] ?? refusal.message} />}
      <Card>
        <TextField
          label="对方的编号"
          required
          placeholder="usr_"
          value={userId}
          onChange={setUserId}
          error={userId !== '' && !id.success ? '编号以 usr_ 开头，共 30 位，请从对方处复制' : undefined}
        />
        <ChoiceField label="身份" required options={ROLES} value={role} onChange={setRole} />
        {bound && (
          <TextField
            label="负责区域的代码"
            required
            type="number"
            maxLength={LONGEST_CODE}
            hint={placeName ?? `${lengths}，如张江镇 310115125`}
            value={region}
            onChange={(next) => setRegion(next.trim())}
            error={placeError}
          />
        )}
      </Card>
      {held && (
        <Card title="这个人现在的身份">
          {held.map((hat) => (
            <View key={nameOf(hat)}>{nameOf(hat)}</View>
          ))}
        </Card>
      )}
    </Page>
  )
}

export default function Staff() {
  const { hat, pending } = useHat()
  if (hat?.role === 'operator_admin') return <StaffForm />
  return (
    <Page>
      {!pending && (
        <Card>
          <Empty icon="key" title="只有平台管理员可以授权" hint="请在“我的”中切换到平台管理员身份。" />
        </Card>
      )}
    </Page>
  )
}
