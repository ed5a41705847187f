import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { TextField } from '../../components/text-field'
import type { Change, ErrorAt, HomeForm } from './home-form'
import { bedHit, ruleLine } from './law-hints'

const KINDS = [
  { value: 'residential', label: '住宅小区' },
  { value: 'dormitory', label: '宿舍型' },
] as const

const LIFTS = [
  { value: 'yes', label: '有电梯' },
  { value: 'no', label: '无电梯' },
] as const

interface Props {
  form: HomeForm
  townCode: string | undefined
  change: Change
  errorAt: ErrorAt
}

export function CertificateSection({ form, townCode, change, errorAt }: Props) {
  const beds = bedHit(form, townCode)
  return (
    <Card title="产证信息">
      <ChoiceField
        label="房屋类型"
        required
        options={KINDS}
        value={form.propertyKind}
        hint={beds ? `住宅小区内不得按床位出租（${ruleLine(beds)}）` : '登记为宿舍型的项目可以按床位出租'}
        onChange={(propertyKind) => change({ propertyKind })}
      />
      <TextField
        label="产证居室数"
        required
        type="number"
        maxLength={2}
        placeholder="例如：2"
        hint="产证户型图上的卧室间数"
        value={form.bedrooms}
        error={errorAt('certificateBedrooms')}
        onChange={(bedrooms) => change({ bedrooms })}
      />
      <TextField
        label="建筑面积（㎡）"
        type="decimal"
        maxLength={8}
        placeholder="例如：88.5"
        hint="整套出租时需要"
        value={form.buildingArea}
        error={errorAt('buildingAreaSquareMetres')}
        onChange={(buildingArea) => change({ buildingArea })}
      />
      <TextField
        label="所在楼层"
        maxLength={4}
        placeholder="例如：6"
        hint="发布房源时会写明楼层和电梯"
        value={form.floorNo}
        error={errorAt('floors.floor')}
        onChange={(floorNo) => change({ floorNo })}
      />
      <TextField
        label="总楼层"
        type="number"
        maxLength={3}
        placeholder="例如：18"
        value={form.totalFloors}
        error={errorAt('floors.of')}
        onChange={(totalFloors) => change({ totalFloors })}
      />
      <ChoiceField
        label="电梯"
        options={LIFTS}
        value={form.lift}
        error={errorAt('floors.lift')}
        onChange={(lift) => change({ lift })}
      />
      <TextField
        label="不动产权证号"
        maxLength={60}
        hint="备案时会核对，可以以后补"
        value={form.titleNo}
        error={errorAt('titleNo')}
        onChange={(titleNo) => change({ titleNo })}
      />
    </Card>
  )
}
