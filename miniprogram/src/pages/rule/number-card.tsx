import { type ParameterLine, ruleRoutes } from '@anju/shared/rule/rule.routes'
import { View } from '@tarojs/components'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Tag } from '../../components/tag'
import { useCommand } from '../../use-call'
import { sourceText, valueText } from './rule-words'

interface Props {
  /** All values of one number in this place, past and to come. */
  lines: [ParameterLine, ...ParameterLine[]]
  on: string
  /** Absent for who only reads. */
  onChange: (() => void) | undefined
}

const fromText = ({ effectiveFrom, regionName, recordedByName }: ParameterLine): string =>
  [`${effectiveFrom} 起`, regionName, recordedByName && `${recordedByName} 录入`].filter(Boolean).join(' · ')

/** One number of a place: what holds, where it is written, what came before and what comes. */
export function NumberCard({ lines, on, onChange }: Props) {
  const [first] = lines
  const inForce = lines.find((line) => line.inForce)
  const others = lines.filter((line) => line !== inForce)
  return (
    <Card title={first.title} side={inForce ? undefined : <Tag>没有现行数字</Tag>}>
      {inForce && (
        <>
          <View className="rule-value figures">{valueText(inForce)}</View>
          <View className="rule-soft">{sourceText(inForce)}</View>
          <View className="rule-soft figures">{fromText(inForce)}</View>
        </>
      )}
      {others.map((line) => (
        <OtherLine
          key={`${line.region}${line.effectiveFrom}`}
          line={line}
          ahead={line.effectiveFrom > on}
          mine={onChange !== undefined}
        />
      ))}
      {onChange && first.recordable && (
        <Button kind="quiet" icon="edit" onPress={onChange}>
          {`录入新的${first.title}`}
        </Button>
      )}
    </Card>
  )
}

function OtherLine({ line, ahead, mine }: { line: ParameterLine; ahead: boolean; mine: boolean }) {
  const withdraw = useCommand(ruleRoutes.withdrawParameter)
  const { parameterId, version } = line
  const ask = async () => {
    const content = `${line.title} ${valueText(line)}，${line.effectiveFrom} 起生效。撤回后不再生效。`
    if (!(await confirm({ title: '撤回这项数字？', content, yes: '撤回', danger: true }))) return
    await withdraw.run({ parameterId: parameterId ?? '', version: version ?? 1 }).then(
      () => toast('已撤回'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <View className="rule-other">
      <View className="figures">
        {ahead ? '将改为' : '另有'} {valueText(line)}
      </View>
      <View className="rule-soft">{sourceText(line)}</View>
      <View className="rule-soft figures">{fromText(line)}</View>
      {ahead && mine && parameterId && (
        <Button kind="quiet" small loading={withdraw.pending} onPress={() => void ask()}>
          撤回
        </Button>
      )}
    </View>
  )
}
