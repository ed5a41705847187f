import { checkIdentity } from '@anju/shared/person/identity'
import { IDENTITY_NAMES, IdentityKind, type Me, RealName } from '@anju/shared/person/person'
import { personRoutes } from '@anju/shared/person/person.routes'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { goBack } from '../../auth/back'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { PickField } from '../../components/pick-field'
import { TextField } from '../../components/text-field'
import { useMe } from '../../person/hat'
import { Tick } from '../../person/tick'
import { useCommand } from '../../use-call'

const KINDS = IdentityKind.options.map((value) => ({ value, label: IDENTITY_NAMES[value] }))
const LONGEST = 30

function IdentityForm({ me, onDone }: { me: Me; onDone: () => void }) {
  const [realName, setRealName] = useState(me.realName ?? '')
  const [identityKind, setKind] = useState<IdentityKind>(me.identityKind ?? 'citizen')
  const [identityNumber, setNumber] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [left, setLeft] = useState<{ name?: boolean; number?: boolean }>({})
  const { run, pending, error, reset } = useCommand(personRoutes.setIdentity)

  const name = RealName.safeParse(realName)
  const number = checkIdentity(identityKind, identityNumber)
  const refusal = error instanceof CallError ? error : undefined
  const nameError = (left.name && !name.success && name.error.issues[0]?.message) || refusal?.fieldError('realName')
  const numberError =
    (left.number && identityNumber !== '' && !number.ok && number.message) || refusal?.fieldError('identityNumber')
  const ready = name.success && number.ok && agreed

  const save = () =>
    run({ version: me.version, realName, identityKind, identityNumber }).then(
      () => {
        toast('已保存')
        onDone()
      },
      (reason: unknown) => toast(sentenceOf(reason)),
    )

  return (
    <Page
      footer={
        <Button disabled={!ready} loading={pending} onPress={() => void save()}>
          保存
        </Button>
      }
    >
      <Notice title="为什么要填">
        签租约、办备案和居住证要写真实姓名和证件号码。号码加密保存，显示时遮住中间几位，查看全号都有记录。
      </Notice>
      {me.identityMasked && (
        <Notice title={`现在保存的是 ${me.identityMasked}`}>重新填写会替换它；已经签署的租约不变。</Notice>
      )}
      <Card>
        <TextField
          label="姓名"
          required
          value={realName}
          error={nameError || undefined}
          maxLength={50}
          onChange={(next) => {
            reset()
            setRealName(next)
          }}
          onBlur={() => setLeft({ ...left, name: true })}
        />
        <PickField label="证件类型" required options={KINDS} value={identityKind} onChange={setKind} />
        <TextField
          label="证件号码"
          required
          type="identity"
          hint="请按证件逐位填写"
          value={identityNumber}
          error={numberError || undefined}
          maxLength={LONGEST}
          onChange={(next) => {
            reset()
            setNumber(next)
          }}
          onBlur={() => setLeft({ ...left, number: true })}
        />
      </Card>
      <Card>
        <Tick
          label="我同意为签约和备案处理我的证件号码"
          note="这是单独的同意。不同意也可以浏览房源，只是不能签约和备案。"
          on={agreed}
          onChange={setAgreed}
        />
      </Card>
    </Page>
  )
}

export default function Identity() {
  const { back } = useRouter<{ back: string }>().params
  const me = useMe()
  if (me.data) return <IdentityForm me={me.data} onDone={() => goBack(back)} />
  return (
    <Page>
      <Loaded call={me}>{() => null}</Loaded>
    </Page>
  )
}
