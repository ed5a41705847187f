import { unitName } from '@anju/shared/dwelling/dwelling'
import { AGES } from '@anju/shared/ledger/arrears'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { Bars } from '../../components/bars'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { Money } from '../../components/money'
import { Row } from '../../components/row'
import { shortAddress } from '../../lease/lease-words'
import { leasePath, open } from '../../lease/paths'
import { useCall } from '../../use-call'

const NAMES = new Map<string, string>(AGES.map(({ key, name }) => [key, name]))

/** 欠款账龄. */
export function ReportArrears() {
  const report = useCall(ledgerRoutes.readArrears, {})
  return (
    <Loaded call={report} skeletonCards={2}>
      {({ ages, items, overdueFen, prepaidFen, riskDays, more }) =>
        items.length === 0 ? (
          <Card>
            <Empty
              icon="done"
              title="没有欠款"
              hint={prepaidFen > 0 ? `租客预付了 ¥${yuan(prepaidFen)}。` : '所有到期的账单都已收齐。'}
            />
          </Card>
        ) : (
          <>
            <Card title="账龄">
              <Bars
                summary={`已逾期 ¥${yuan(overdueFen)}；租客预付 ¥${yuan(prepaidFen)}`}
                bars={ages.map(({ age, fen, count }) => ({
                  label: NAMES.get(age) ?? age,
                  value: fen,
                  text: count > 0 ? `¥${yuan(fen)}（${count} 笔）` : '—',
                }))}
              />
            </Card>
            <Card flush title="谁欠的">
              {items.map(({ leaseId, billId, lesseeName, addressText, unit, days, rentFen, feeFen }) => (
                <Row
                  key={`${leaseId} ${billId}`}
                  label={`${lesseeName}，${shortAddress(addressText)}${unit ? ` ${unitName(unit)}` : ''}`}
                  note={days > 0 ? `逾期 ${days} 天${days > riskDays ? '，请重点催收' : ''}` : '未到期'}
                  value={<Money fen={rentFen + feeFen} />}
                  onPress={() => open(leasePath(leaseId))}
                />
              ))}
            </Card>
            {more && <View className="soft">只列出了最早的 100 笔。</View>}
          </>
        )
      }
    </Loaded>
  )
}
