import { regionRoutes } from '@anju/shared/region/region.routes'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { PickField } from '../../components/pick-field'
import { Row } from '../../components/row'
import { SwitchRow } from '../../components/switch-row'
import { TextField } from '../../components/text-field'
import { RegionField } from '../../region/region-field'
import { codeOf, type RegionPath } from '../../region/region-path'
import { useCall } from '../../use-call'
import type { Change, ErrorAt, HomeForm } from './home-form'

interface Props {
  form: HomeForm
  change: Change
  errorAt: ErrorAt
  townCode: string | undefined
  /** The home stays in its town once it is registered. */
  townName?: string
  start: RegionPath
}

type TextKey = 'communityName' | 'road' | 'lane' | 'number' | 'room' | 'building' | 'unit' | 'floor'
const NONE = { value: 'none', label: '暂不选择' }

export function AddressSection({ form, change, errorAt, townCode, townName, start }: Props) {
  const committees = useCall(regionRoutes.listRegions, { parent: townCode }, { enabled: townCode !== undefined })
  const options = [NONE, ...(committees.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? [])]
  const text = (key: TextKey) => ({
    value: form[key],
    onChange: (value: string) => change({ [key]: value }),
    error: errorAt(key === 'communityName' ? key : `address.${key}`),
  })
  return (
    <>
      <Card title="在哪里" flush={townName !== undefined}>
        {townName === undefined ? (
          <RegionField
            label="所在街镇"
            required
            start={start}
            value={form.town}
            error={errorAt('address.townCode')}
            onChange={(town) => change({ town, ...(codeOf(town) !== townCode && { committeeCode: undefined }) })}
          />
        ) : (
          <Row label="所在街镇" value={townName} note="登记后不能更换街镇" />
        )}
      </Card>
      <Card title="标准地址">
        <PickField
          label="居（村）委会"
          options={options}
          value={form.committeeCode}
          disabled={townCode === undefined || committees.isPending}
          placeholder={townCode === undefined ? '先选择街镇' : committees.isPending ? '正在加载' : '请选择'}
          error={errorAt('address.committeeCode') ?? (committees.error ? '没有读到名单，可以先不选' : undefined)}
          onChange={(code) => change({ committeeCode: code === NONE.value ? undefined : code })}
        />
        <TextField label="小区" required maxLength={40} placeholder="例如：听潮苑" {...text('communityName')} />
        <TextField label="路" required maxLength={40} placeholder="例如：藿香路" {...text('road')} />
        <View className="edit-three">
          {!form.noLane && (
            <TextField
              label="弄"
              required={townCode?.startsWith('31')}
              maxLength={20}
              placeholder="123弄"
              {...text('lane')}
            />
          )}
          <TextField label="号" required maxLength={12} placeholder="5号" {...text('number')} />
          <TextField label="室" required maxLength={12} placeholder="602室" {...text('room')} />
        </View>
        <View className="edit-switch">
          <SwitchRow label="无弄" note="门牌上没有弄号" on={form.noLane} onChange={(noLane) => change({ noLane })} />
        </View>
        <View className="edit-three">
          <TextField label="幢" maxLength={20} {...text('building')} />
          <TextField label="单元" maxLength={10} {...text('unit')} />
          <TextField label="层" maxLength={6} {...text('floor')} />
        </View>
      </Card>
    </>
  )
}
