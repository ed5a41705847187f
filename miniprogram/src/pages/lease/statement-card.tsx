import type { Statement } from '@anju/shared/lease/settlement'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Row } from '../../components/row'

/** Every line with how it comes about, and what is left. */
export const StatementCard = ({ statement: { lines, totalFen, lastOn } }: { statement: Statement }) => (
  <Card title={`租金算到 ${lastOn}`} flush>
    {lines.map(({ kind, name, because, amountFen }) => (
      <Row key={`${kind}${name}${because}`} label={name} note={because} value={<Money fen={amountFen} signed />} />
    ))}
    <Row label={totalFen >= 0 ? '应退给租客' : '租客应补交'} value={<Money fen={Math.abs(totalFen)} large />} />
  </Card>
)
