import { unitName } from '@anju/shared/dwelling/dwelling'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { Bars } from '../../components/bars'
import { Card } from '../../components/card'
import { Loaded } from '../../components/loaded'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { shortAddress } from '../../lease/lease-words'
import { leasePath, open } from '../../lease/paths'
import { useCall } from '../../use-call'

/** 押金台账: what is owed back, beside the cash. */
export function ReportDeposits() {
  const report = useCall(ledgerRoutes.readDeposits, {})
  return (
    <Loaded call={report} skeletonCards={2}>
      {({ heldFen, cashFen, shortFen, items, more }) => (
        <>
          {shortFen > 0 && (
            <Notice tone="danger" title={`现金不够退押金，还差 ¥${yuan(shortFen)}`}>
              押金要还给租客，请尽快补足。
            </Notice>
          )}
          <Card title="押金和现金">
            <Bars
              summary={`应退押金 ¥${yuan(heldFen)}，现金及存款 ¥${yuan(cashFen)}`}
              bars={[
                { label: '应退押金', value: heldFen, text: `¥${yuan(heldFen)}` },
                { label: '现金', value: cashFen, text: `¥${yuan(cashFen)}` },
              ]}
            />
          </Card>
          <Card flush title="每份租约的押金">
            {items.map(({ leaseId, lesseeName, addressText, unit, heldFen: held }) => (
              <Row
                key={leaseId}
                label={`${lesseeName}，${shortAddress(addressText)}${unit ? ` ${unitName(unit)}` : ''}`}
                value={<Money fen={held} />}
                onPress={() => open(leasePath(leaseId))}
              />
            ))}
            {items.length === 0 && <Row label="现在没有持有押金" />}
          </Card>
          {more && <View className="soft">只列出了 100 份租约。</View>}
        </>
      )}
    </Loaded>
  )
}
