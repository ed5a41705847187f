import {
  AccountNumber,
  type BusinessView,
  businessIdOf,
  LESSOR_KIND_NAMES,
  LessorKind,
} from '@anju/shared/business/business'
import { businessRoutes } from '@anju/shared/business/business.routes'
import { checkCreditCode } from '@anju/shared/business/credit-code'
import type { UserId } from '@anju/shared/id'
import { APPOINTING, type Role } from '@anju/shared/person/role'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { RuleNotice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { Skeleton } from '../../components/skeleton'
import { TextField } from '../../components/text-field'
import { today } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { open } from '../../lease/paths'
import { useHat } from '../../person/hat'
import { Tick } from '../../person/tick'
import { useCall, useCommand } from '../../use-call'

const KINDS = LessorKind.options.map((value) => ({ value, label: LESSOR_KIND_NAMES[value] }))

const Standing = ({ business }: { business: BusinessView }) => (
  <>
    <Card flush>
      <Row icon="home" label="管理的房屋" value={`${business.homes} 套`} />
      <Row
        icon="shield"
        label="监管账户"
        value={business.account ? business.account.numberMasked : '未登记'}
        note={business.account?.bankName}
      />
    </Card>
    {business.marks.map((hit) => (
      <RuleNotice key={hit.message} hit={hit} />
    ))}
  </>
)

function ProfileForm({ business }: { business: BusinessView }) {
  const [kind, setKind] = useState(business.kind)
  const [name, setName] = useState(business.name)
  const [creditCode, setCode] = useState(business.creditCode ?? '')
  const [scopeCoversLetting, setScope] = useState(business.scopeCoversLetting)
  const [licensedOn, setLicensed] = useState(business.licensedOn ?? '')
  const [openingReportedOn, setReported] = useState(business.openingReportedOn ?? '')
  const [bankName, setBank] = useState(business.account?.bankName ?? '')
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const { run, pending, error, reset } = useCommand(businessRoutes.setBusiness)
  const refusal = error instanceof CallError ? error : undefined

  const registered = kind !== 'person'
  const code = checkCreditCode(creditCode)
  const wrong = {
    name: name.trim().length < 2 ? '名称至少两个字' : undefined,
    creditCode: registered && !code.ok ? code.message : undefined,
    number: number !== '' && !AccountNumber.safeParse(number).success ? '账号为 8 至 30 位数字，不含空格' : undefined,
    bank: number !== '' && bankName.trim().length < 2 ? '请填写开户银行' : undefined,
  }
  const unchecked = registered && code.ok && !code.checksum

  const save = async () => {
    setTried(true)
    reset()
    if (Object.values(wrong).some(Boolean)) return toast('请先按提示修改')
    const account = bankName.trim() ? { bankName, ...(number && { number }) } : undefined
    await run({
      businessId: business.id,
      ...(business.version !== undefined && { version: business.version }),
      kind,
      name,
      ...(registered && { creditCode, scopeCoversLetting }),
      ...(registered && licensedOn && { licensedOn }),
      ...(registered && openingReportedOn && { openingReportedOn }),
      ...(account && { account }),
    }).then(
      () => {
        setNumber('')
        toast('已保存')
      },
      (reason: unknown) => toast(sentenceOf(reason)),
    )
  }

  return (
    <Page
      footer={
        <Button loading={pending} onPress={() => void save()}>
          保存
        </Button>
      }
    >
      <Standing business={business} />
      <Card title="谁在出租">
        <ChoiceField label="类型" required options={KINDS} value={kind} onChange={setKind} />
        <TextField
          label={registered ? '营业执照上的名称' : '姓名'}
          required
          maxLength={60}
          hint={registered ? '写进租约，作为出租方' : '员工看到的名称；租约上写您的实名'}
          value={name}
          onChange={setName}
          error={(tried ? wrong.name : undefined) ?? refusal?.fieldError('name')}
        />
        {registered && (
          <>
            <TextField
              label="统一社会信用代码"
              required
              maxLength={18}
              hint={unchecked ? '校验位不符，可以保存，请再对照营业执照核对' : '营业执照上的 18 位数字和字母'}
              value={creditCode}
              onChange={(next) => setCode(next.toUpperCase())}
              error={(tried ? wrong.creditCode : undefined) ?? refusal?.fieldError('creditCode')}
            />
            <DateField
              label="领取营业执照的日期"
              value={licensedOn}
              max={today()}
              onChange={setLicensed}
              error={refusal?.fieldError('licensedOn')}
            />
            {kind === 'enterprise' && (
              <DateField
                label="向房产管理部门报告开业的日期"
                hint="领取营业执照后三十日内报告"
                value={openingReportedOn}
                max={today()}
                onChange={setReported}
                error={refusal?.fieldError('openingReportedOn')}
              />
            )}
            <Tick label="经营范围含“住房租赁”" on={scopeCoversLetting} onChange={setScope} />
          </>
        )}
      </Card>
      <Card title="住房租赁资金监管账户">
        <TextField
          label="开户银行"
          maxLength={60}
          hint="没有监管账户时留空"
          value={bankName}
          onChange={setBank}
          error={(tried ? wrong.bank : undefined) ?? refusal?.fieldError('account.bankName')}
        />
        {bankName.trim() !== '' && (
          <TextField
            label="账号"
            type="number"
            maxLength={30}
            hint={business.account ? `现在是 ${business.account.numberMasked}，不改就留空` : '加密保存，只显示后四位'}
            value={number}
            onChange={setNumber}
            error={(tried ? wrong.number : undefined) ?? refusal?.fieldError('account.number')}
          />
        )}
      </Card>
      <Card flush>
        <Row
          icon="plus"
          label="从表格导入"
          note="房屋、租约和期初余额"
          onPress={() => open('/pages/business/import')}
        />
        <Row
          icon="download"
          label="导出全部"
          note="房屋、租约、账单、分录"
          onPress={() => open('/pages/business/export')}
        />
      </Card>
    </Page>
  )
}

function Profile({ holderId, role }: { holderId: UserId; role: Role }) {
  const read = useCall(businessRoutes.readBusiness, { businessId: businessIdOf(holderId) })
  if (!read.data)
    return (
      <Page>
        <Loaded call={read}>{() => null}</Loaded>
      </Page>
    )
  if ((APPOINTING as readonly Role[]).includes(role))
    return <ProfileForm key={read.data.version ?? 0} business={read.data} />
  return (
    <Page>
      <Card title={read.data.name}>{LESSOR_KIND_NAMES[read.data.kind]}</Card>
      <Standing business={read.data} />
    </Page>
  )
}

/** 经营主体: what the holder is, and what the law still wants; the staff read it, the holder and a manager fill it in. */
export default function BusinessProfile() {
  useLoginFirst()
  const { partyId, hat } = useHat()
  if (partyId && hat) return <Profile holderId={partyId} role={hat.role} />
  return (
    <Page>
      <Skeleton />
    </Page>
  )
}
