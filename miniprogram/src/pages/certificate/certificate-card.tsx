import { documentRoutes } from '@anju/shared/document/document.routes'
import { CERTIFICATE_STATE_NAMES } from '@anju/shared/filing/statement'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { QrCode } from '../../components/qr-code'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { partText } from '../../filing/words'
import { openDocument } from '../../open-document'
import type { Certificate } from './kept'

/** One certificate: what it says, its code, its paper. `readOn`: it was kept on that day, and there is no line now. */
export function CertificateCard({ certificate, readOn }: { certificate: Certificate; readOn?: string }) {
  const { id, state, officialNo, acceptanceNo, addressText, unit, from, to, code } = certificate
  const print = () =>
    void openDocument(documentRoutes.readCertificatePaper, { filingId: id }).catch((error: unknown) =>
      toast(sentenceOf(error)),
    )
  return (
    <Card
      title="租赁备案证明"
      side={<Tag tone={state === 'valid' ? 'done' : 'warn'}>{CERTIFICATE_STATE_NAMES[state]}</Tag>}
      flush
    >
      <QrCode text={code} name="核验备案证明的二维码" />
      <Row label="备案证明号" note={officialNo ?? '市平台尚未返回'} />
      <Row label="受理号" note={acceptanceNo} />
      <Row label="房屋" value={addressText} note={partText(unit)} />
      <Row label="租期" value={`${from} 至 ${to}`} />
      <Row label="出租方" value={certificate.lessorName} />
      <Row label="承租方" value={certificate.lesseeName} />
      {readOn === undefined ? (
        <Button kind="quiet" icon="document" onPress={print}>
          备案证明（PDF）
        </Button>
      ) : (
        <Row label="保存于" value={readOn} />
      )}
    </Card>
  )
}
