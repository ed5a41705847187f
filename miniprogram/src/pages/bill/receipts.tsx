import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { ReceiptCard } from '@anju/shared/bill/receipt'
import { documentRoutes } from '@anju/shared/document/document.routes'
import type { LeaseId } from '@anju/shared/id'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { toast } from '../../components/feedback'
import { List } from '../../components/list'
import { Money } from '../../components/money'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { billPath, open } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { openDocument } from '../../open-document'
import { usePages } from '../../use-call'
import { methodName } from './bill-words'
import './bill.scss'

function Receipt({ receipt }: { receipt: ReceiptCard }) {
  const { billId, paymentId, receiptNo, amountFen, refundedFen, receivedOn, method, payerName, what } = receipt
  const read = () =>
    void openDocument(documentRoutes.readReceipt, { billId, paymentId }).catch((error) => toast(sentenceOf(error)))
  return (
    <Card title={what.join('、')} side={<Money fen={amountFen} />}>
      <View className="soft figures">
        {receivedOn} · {methodName(method)} · 付款人 {payerName}
      </View>
      <View className="soft figures">收据号 {receiptNo}</View>
      {!!refundedFen && (
        <View className="soft">
          其中已退 <Money fen={refundedFen} />
        </View>
      )}
      <View className="bill-line">
        <Button kind="quiet" small icon="document" onPress={read}>
          收据（PDF）
        </Button>
        <Button kind="quiet" small onPress={() => open(billPath(billId))}>
          查看账单
        </Button>
      </View>
    </Card>
  )
}

/** 收据 of one lease (`lease`): one for each payment, with the deposit among them (CT-09). */
export default function Receipts() {
  const leaseId = useRouter().params.lease as LeaseId
  const receipts = usePages(billRoutes.listReceipts, { leaseId })
  useLoginFirst()
  useRefreshOnShow()
  return (
    <Page>
      <List
        pages={receipts}
        keyOf={({ paymentId }) => paymentId}
        render={(receipt) => <Receipt receipt={receipt} />}
        empty={
          <Card>
            <Empty icon="document" title="还没有收据" hint="付款后，出租方记下收款或微信支付成功，就会有收据。" />
          </Card>
        }
      />
    </Page>
  )
}
