import { type MerchantView, paymentRoutes } from '@anju/shared/payment/payment.routes'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call as send } from '../../call'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { TextField } from '../../components/text-field'
import { useLoginFirst } from '../../lease/login-first'
import { open } from '../../lease/paths'
import { useHat } from '../../person/hat'
import { useCall } from '../../use-call'
import { DIFFERENCES } from './payment-paths'
import { momentText } from './payment-words'

/** 收款商户: the holder's own merchant account, in plain words. */
export default function MerchantPage() {
  useLoginFirst()
  const call = useCall(paymentRoutes.readMerchant, {})
  const { hat } = useHat()
  const own = hat?.holderId === undefined
  return (
    <Page>
      <Notice title="租客付的钱直接进您自己的微信商户" source="住房租赁条例第二十五条、第三十六条">
        平台不经手、不保管租金和押金，也不从中扣钱；微信按您和它的约定收手续费。
      </Notice>
      <Loaded call={call}>
        {(merchant) => (
          <>
            <Current merchant={merchant} />
            {own ? (
              <Setting key={merchant.version} merchant={merchant} />
            ) : (
              <Notice>更换收款商户会改变钱的去处，只能由经营者本人操作。</Notice>
            )}
          </>
        )}
      </Loaded>
      <Card title="怎么取得特约商户号" flush>
        <Row label="1 在微信支付申请商户" note="用您的营业执照或身份证办理，商户是您自己的" />
        <Row label="2 授权给本平台的服务商" note="在微信支付商户平台同意授权，平台只能发起收款和查账" />
        <Row label="3 把特约商户号填在这里" note="平台向微信核对，核对通过才会启用" />
      </Card>
    </Page>
  )
}

function Current({ merchant }: { merchant: MerchantView }) {
  const { subMchId, checkedAt, reconciledUntil } = merchant
  return (
    <Card flush>
      <Row
        label="微信收款"
        value={<Tag tone={subMchId ? 'done' : 'quiet'}>{subMchId ? '已开通' : '未开通'}</Tag>}
        {...(checkedAt && { note: `${momentText(checkedAt)} 经微信核对` })}
      />
      {subMchId && <Row label="特约商户号" value={subMchId} />}
      <Row
        icon="chart"
        label="对账差异"
        note={reconciledUntil ? `已核对到 ${reconciledUntil}` : '每天早上与微信账单核对'}
        onPress={() => open(DIFFERENCES)}
      />
    </Card>
  )
}

function Setting({ merchant }: { merchant: MerchantView }) {
  const client = useQueryClient()
  const [number, setNumber] = useState(merchant.subMchId ?? '')
  const [busy, setBusy] = useState(false)
  const set = async (subMchId?: string) => {
    const question = subMchId
      ? { title: `启用商户 ${subMchId}？`, content: '以后租客用微信付的钱都进入这个商户，请核对号码。', yes: '启用' }
      : { title: '停用微信收款？', content: '租客将不能用微信付账单，已付的不受影响。', yes: '停用', danger: true }
    if (!(await confirm(question))) return
    setBusy(true)
    await send(paymentRoutes.setMerchant, { version: merchant.version, ...(subMchId && { subMchId }) }).then(
      () => toast(subMchId ? '已启用' : '已停用'),
      (error: unknown) => toast(sentenceOf(error)),
    )
    setBusy(false)
    await client.invalidateQueries()
  }
  const typed = number.trim()
  return (
    <Card title={merchant.subMchId ? '更换商户' : '开通微信收款'}>
      <TextField
        label="特约商户号"
        required
        type="number"
        maxLength={10}
        placeholder="8 到 10 位数字"
        value={number}
        onChange={setNumber}
      />
      <Button
        loading={busy}
        disabled={!/^\d{8,10}$/.test(typed) || typed === merchant.subMchId}
        onPress={() => void set(typed)}
      >
        向微信核对并启用
      </Button>
      {merchant.subMchId && (
        <Button kind="quiet" disabled={busy} onPress={() => void set()}>
          停用微信收款
        </Button>
      )}
    </Card>
  )
}
