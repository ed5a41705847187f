import type { RuleHit } from '@anju/shared/rule'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { RuleNotice } from '../../components/notice'
import { endOnOf, OTHER } from './draft'
import type { PartProps } from './draw-up-form'

const USUAL_MONTHS = [6, 12, 24]

function lengths(current: string) {
  const months = current === OTHER ? USUAL_MONTHS : [...new Set([...USUAL_MONTHS, Number(current)])]
  return [
    ...months.sort((one, other) => one - other).map((each) => ({ value: String(each), label: `${each} 个月` })),
    { value: OTHER, label: '自选结束日' },
  ]
}

export function DrawUpTerm({ draft, set, errorAt, hits }: PartProps & { hits: RuleHit[] }) {
  const endOn = endOnOf(draft)
  return (
    <Card title="租期">
      <DateField
        label="开始日"
        required
        value={draft.startOn}
        onChange={(startOn) => set({ startOn })}
        error={errorAt('startOn')}
      />
      <ChoiceField
        label="租多久"
        required
        options={lengths(draft.length)}
        value={draft.length}
        onChange={(length) => set({ length, otherEndOn: endOn })}
        hint={draft.length === OTHER ? undefined : `到 ${endOn} 为止，含当天`}
        error={draft.length === OTHER ? undefined : errorAt('endOn')}
      />
      {draft.length === OTHER && (
        <DateField
          label="结束日"
          required
          value={draft.otherEndOn}
          min={draft.startOn}
          onChange={(otherEndOn) => set({ otherEndOn })}
          hint="含当天"
          error={errorAt('endOn')}
        />
      )}
      {hits.map((hit) => (
        <RuleNotice key={hit.message} hit={hit} />
      ))}
    </Card>
  )
}
