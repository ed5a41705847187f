import { MANUAL, ManualEvent } from '@anju/shared/ledger/manual'
import { Card } from '../../components/card'
import { Page } from '../../components/page'
import { Row } from '../../components/row'

const GROUPS = ['支出', '收入', '押金', '业主', '调整'] as const

/** What happened? Events in the words of the trade. */
export const ChooseEvent = ({ onChoose }: { onChoose: (event: ManualEvent) => void }) => (
  <Page title="发生了什么？">
    {GROUPS.map((group) => (
      <Card key={group} flush title={group}>
        {ManualEvent.options
          .filter((event) => MANUAL[event].group === group)
          .map((event) => (
            <Row key={event} label={MANUAL[event].label} onPress={() => onChoose(event)} />
          ))}
      </Card>
    ))}
  </Page>
)
