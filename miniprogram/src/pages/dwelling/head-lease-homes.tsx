import { BOARD_STATE_NAMES } from '@anju/shared/dwelling/board'
import { unitKey, unitName } from '@anju/shared/dwelling/dwelling'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { yuan } from '@anju/shared/money'
import { Card } from '../../components/card'
import { Row } from '../../components/row'

/** The homes of a head lease and what each part does today; never who lives there. */
export const OwnedHomes = ({ view, owner }: { view: HeadLeaseView; owner: boolean }) => (
  <>
    {view.homes.map((home) => (
      <Card key={home.dwellingId} title={home.addressText} flush>
        {view.homes.length > 1 && !owner && (
          <Row
            label="每月分摊成本"
            note={view.homeRents ? '按各套约定的租金' : '按使用面积'}
            value={`¥${yuan(home.monthlyCostFen)}`}
          />
        )}
        {home.units
          .filter(({ state }) => state !== 'not_lettable' && state !== 'covered')
          .map(({ unit, state, until, vacantDays }) => (
            <Row
              key={unitKey(unit)}
              label={unitName(unit)}
              value={
                vacantDays !== undefined
                  ? `${BOARD_STATE_NAMES[state]} ${vacantDays} 天`
                  : `${BOARD_STATE_NAMES[state]}${until ? `至 ${until}` : ''}`
              }
            />
          ))}
      </Card>
    ))}
  </>
)
