import { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import { CERTIFICATE_STATE_NAMES, type Statement } from '@anju/shared/filing/statement'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { useCall } from '../../use-call'
import { keepKeys, provedByKey } from './by-key'

const inBrowser = process.env.TARO_ENV === 'h5'

/** The statement in what was scanned: alone, or in the link of a code, which WeChat passes on as `q`. */
const statementIn = (text: string): string => /[\w-]+\.[\w-]+\.[\w-]+$/.exec(text)?.[0] ?? text

/** Without a line: what the signature proves, and what it cannot. */
function WithoutLine({ statement }: { statement: string }) {
  const [proved, setProved] = useState<Statement>()
  useEffect(() => {
    void provedByKey(statement).then(setProved)
  }, [statement])
  if (!proved) return null
  return (
    <Card title="签名有效">
      <Notice tone="warn" title="没有联网：只能确认由本平台签发且未被改动，看不到之后的变更或注销。" />
      {'no' in proved && <Row label="受理号" note={proved.no} />}
      <Row label="房屋" value={proved.place} />
      {'no' in proved && <Row label="租期" value={`${proved.from} 至 ${proved.to}`} />}
    </Card>
  )
}

function Found({ statement }: { statement: string }) {
  const checked = useCall(certificateRoutes.checkCertificate, { statement })
  const keys = useCall(certificateRoutes.listCertificateKeys, {}).data?.keys
  useEffect(() => {
    if (keys) keepKeys(keys)
  }, [keys])
  const { error } = checked
  if (error instanceof CallError && error.code === 'certificate.not_ours')
    return <Notice tone="danger" title={sentenceOf(error)} />
  return (
    <>
      {error && <WithoutLine statement={statement} />}
      <Loaded call={checked}>
        {(found) =>
          found.kind === 'filing' ? (
            <Card
              title="租赁备案"
              side={<Tag tone={found.state === 'valid' ? 'done' : 'warn'}>{CERTIFICATE_STATE_NAMES[found.state]}</Tag>}
              flush
            >
              <Row label="受理号" note={found.acceptanceNo} />
              <Row label="房屋" value={found.place} />
              <Row label="租期" value={`${found.from} 至 ${found.to}`} />
              <Row label="核验日期" value={found.checkedOn} />
            </Card>
          ) : (
            <Card
              title="一房一码"
              side={<Tag tone={found.filed ? 'done' : 'warn'}>{found.filed ? '有有效备案' : '没有有效备案'}</Tag>}
              flush
            >
              <Row label="房屋" value={found.place} />
              <Row label="核验日期" value={found.checkedOn} />
            </Card>
          )
        }
      </Loaded>
      <Notice title="请与纸质证明核对">受理号、租期和门牌应当一致；姓名请核对身份证件。</Notice>
    </>
  )
}

/** 核验备案 (`s`): for anybody, without an account. */
export default function Check() {
  const { s, q } = useRouter<{ s?: string; q?: string }>().params
  const [scanned, setScanned] = useState(() => s ?? decodeURIComponent(q ?? ''))
  const scan = () =>
    void Taro.scanCode({ scanType: ['qrCode'] }).then(
      ({ result }) => setScanned(result),
      () => undefined,
    )
  return (
    <Page footer={!inBrowser && <Button onPress={scan}>扫一扫</Button>}>
      {scanned ? (
        <Found statement={statementIn(scanned)} />
      ) : (
        <Notice title="请扫描备案证明或房门上的二维码">不用登录，也看不到住户的个人信息。</Notice>
      )}
    </Page>
  )
}
