import { unitName } from '@anju/shared/dwelling/dwelling'
import type { DwellingId } from '@anju/shared/id'
import { ALLOCATION_NAMES, ALLOCATIONS, type Allocation } from '@anju/shared/ledger/allocate'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Loaded } from '../../components/loaded'
import { Money } from '../../components/money'
import { Row } from '../../components/row'
import { Sheet } from '../../components/sheet'
import { shortAddress } from '../../lease/lease-words'
import { useCall, usePages } from '../../use-call'
import { FiguresTable } from './figures-table'
import { thisYear, YearSwitch } from './year-switch'

const WAYS = ALLOCATIONS.map((value) => ({ value, label: ALLOCATION_NAMES[value] }))

function UnitsSheet({ dwellingId, year, onClose }: { dwellingId: DwellingId; year: string; onClose: () => void }) {
  const [by, setBy] = useState<Allocation>('area')
  const home = useCall(ledgerRoutes.readHomeProfit, { dwellingId, period: year, by })
  return (
    <Sheet open title="每间利润" onClose={onClose}>
      <ChoiceField label="整套的成本怎样分到房间" required options={WAYS} value={by} onChange={setBy} />
      <Loaded call={home} skeletonCards={1}>
        {({ units, profit }) => (
          <>
            <FiguresTable
              name="每间利润，金额单位为元"
              heads={['房间', '应计收入', '应计成本', '应计利润', '净收']}
              rows={[
                ...units.map(({ unit, own, shared, profit: mine }) => ({
                  key: unitName(unit),
                  cells: [
                    unitName(unit),
                    yuan(own.accrual.incomeFen + shared.accrual.incomeFen),
                    yuan(own.accrual.costFen + shared.accrual.costFen),
                    yuan(mine.accrualFen),
                    yuan(mine.cashFen),
                  ],
                })),
                { key: 'total', cells: ['整套', '', '', yuan(profit.accrualFen), yuan(profit.cashFen)], strong: true },
              ]}
            />
            <View className="soft">有房间没量过面积时，按面积也平均分。分不尽的分归最后一间。</View>
          </>
        )}
      </Loaded>
    </Sheet>
  )
}

/** 每套利润 of a year; a home opens its rooms. */
export function ReportHomes() {
  const [year, setYear] = useState(thisYear)
  const [opened, setOpened] = useState<DwellingId>()
  const pages = usePages(ledgerRoutes.listHomeProfits, { period: year, limit: 50 })
  return (
    <>
      <YearSwitch year={year} onChange={setYear} />
      <List
        pages={pages}
        keyOf={(home) => home.dwellingId}
        render={({ dwellingId, communityName, addressText, profit }) => (
          <Card flush>
            <Row
              label={`${communityName} ${shortAddress(addressText)}`}
              note={`净收 ¥${yuan(profit.cashFen)}（实收减实付）`}
              value={<Money fen={profit.accrualFen} signed />}
              onPress={() => setOpened(dwellingId)}
            />
          </Card>
        )}
        empty={
          <Card>
            <Empty icon="book" title={`${year} 年还没有记到房屋上的账`} hint="收租、付业主租金、维修都会归到房屋。" />
          </Card>
        }
      />
      {opened && <UnitsSheet dwellingId={opened} year={year} onClose={() => setOpened(undefined)} />}
    </>
  )
}
