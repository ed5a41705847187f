import type { Role } from '@anju/shared/person/role'
import { type ParameterLine, ruleRoutes } from '@anju/shared/rule/rule.routes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { TownPicker } from '../../filing/town-picker'
import { useLoginFirst } from '../../lease/login-first'
import { useHat } from '../../person/hat'
import { useCall } from '../../use-call'
import { NumberCard } from './number-card'
import { RecordSheet } from './record-sheet'
import { RuleCard } from './rule-card'
import './rule.scss'

const VIEWS = [
  { value: 'numbers', label: '数字' },
  { value: 'rules', label: '规则' },
  { value: 'past', label: '未启用和旧规则' },
] as const
type View_ = (typeof VIEWS)[number]['value']

const RECORDERS: readonly Role[] = ['town_officer', 'district_officer']
const DISTRICT_DIGITS = 6

/** 规则与数字: what the law says in this place, with its sources; who supervises it records what it was told. */
export default function Rules() {
  useLoginFirst()
  const { hat } = useHat()
  const region = hat?.region ?? ''
  const [town, setTown] = useState('')
  const regionCode = region.length >= DISTRICT_DIGITS ? region : town
  if (hat && region === '')
    return (
      <Page>
        <Card>
          <Empty icon="people" title="工作人员查看" hint="请在“我的”中切换到工作人员身份。" />
        </Card>
      </Page>
    )
  return (
    <Page>
      {region !== '' && region.length < DISTRICT_DIGITS && (
        <TownPicker region={region} town={town} onChoose={setTown} />
      )}
      {regionCode && (
        <RulesOf key={regionCode} regionCode={regionCode} records={RECORDERS.includes(hat?.role ?? 'tenant')} />
      )}
    </Page>
  )
}

function RulesOf({ regionCode, records }: { regionCode: string; records: boolean }) {
  const [view, setView] = useState<View_>('numbers')
  const [changing, setChanging] = useState<ParameterLine>()
  const call = useCall(ruleRoutes.listRules, { regionCode })
  return (
    <>
      <ChoiceField label="显示" required options={VIEWS} value={view} onChange={setView} />
      <Loaded call={call}>
        {({ on, rules, parameters }) => (
          <View className="rule-cards">
            {view === 'numbers'
              ? byKey(parameters).map((lines) => (
                  <NumberCard
                    key={lines[0].key}
                    lines={lines}
                    on={on}
                    onChange={records ? () => setChanging(lines[0]) : undefined}
                  />
                ))
              : rules
                  .filter(({ state }) => (state === 'in_force') === (view === 'rules'))
                  .map((rule) => (
                    <RuleCard key={[rule.id, rule.line, rule.version, rule.city].join(' ')} rule={rule} />
                  ))}
            {changing && (
              <RecordSheet line={changing} regionCode={regionCode} on={on} onClose={() => setChanging(undefined)} />
            )}
          </View>
        )}
      </Loaded>
    </>
  )
}

/** The lines of each number together, in the order in which the numbers first come. */
function byKey(parameters: ParameterLine[]): [ParameterLine, ...ParameterLine[]][] {
  const groups = new Map<string, [ParameterLine, ...ParameterLine[]]>()
  for (const line of parameters) {
    const group = groups.get(line.key)
    if (group) group.push(line)
    else groups.set(line.key, [line])
  }
  return [...groups.values()]
}
