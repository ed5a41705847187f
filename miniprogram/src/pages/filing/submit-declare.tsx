import { Card } from '../../components/card'
import { Tick } from '../../person/tick'

export const DECLARATIONS = [
  { key: 'truthful', label: '所填内容真实，实际居住的人都已填写' },
  { key: 'notPartitioned', label: '房屋没有分隔搭建，没有改变原始设计的房间' },
  { key: 'withinLimits', label: '居住人数和人均面积符合规定' },
  { key: 'safetyChecked', label: '已做消防和燃气安全自查' },
] as const

interface Props {
  agreed: readonly string[]
  onChange: (agreed: readonly string[]) => void
}

/** 声明: four sentences, each agreed to by itself. */
export const Declare = ({ agreed, onChange }: Props) => (
  <Card title="请逐条确认">
    {DECLARATIONS.map(({ key, label }) => (
      <Tick
        key={key}
        label={label}
        on={agreed.includes(key)}
        onChange={(on) => onChange(on ? [...agreed, key] : agreed.filter((other) => other !== key))}
      />
    ))}
  </Card>
)
