import { BOARD_STATE_NAMES } from '@anju/shared/dwelling/board'
import { unitKey, unitName } from '@anju/shared/dwelling/dwelling'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { Card } from '../../components/card'
import { Row } from '../../components/row'

/** The homes of a head lease and what each part does today; never who lives there. */
export const OwnedHomes = ({ view }: { view: HeadLeaseView }) => (
  <>
    {view.homes.map((home) => (
      <Card key={home.dwellingId} title={home.addressText} flush>
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
