import { regionRoutes } from '@anju/shared/region/region.routes'
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

export function AddressSection({ form, change, errorAt, townCode, townName, start }: Props) {
  const committees = useCall(regionRoutes.listRegions, { parent: townCode }, { enabled: townCode !== undefined })
  const options = committees.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []
  const text = (key: 'road' | 'number' | 'room' | 'building' | 'unit' | 'floor' | 'communityName', path: string) => ({
    value: form[key],
    onChange: (value: string) => change({ [key]: value }),
    error: errorAt(path),
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
          disabled={townCode === undefined}
          placeholder={townCode === undefined ? '先选择街镇' : committees.isPending ? '正在加载' : '请选择'}
          error={errorAt('address.committeeCode') ?? (committees.error ? '没有读到名单，可以先不选' : undefined)}
          onChange={(committeeCode) => change({ committeeCode })}
        />
        <TextField
          label="小区"
          required
          maxLength={40}
          placeholder="例如：听潮苑"
          {...text('communityName', 'communityName')}
        />
        <TextField label="路" required maxLength={40} placeholder="例如：藿香路" {...text('road', 'address.road')} />
        {!form.noLane && (
          <TextField
            label="弄"
            required={townCode?.startsWith('31')}
            maxLength={20}
            placeholder="例如：123弄"
            value={form.lane}
            error={errorAt('address.lane')}
            onChange={(lane) => change({ lane })}
          />
        )}
        <SwitchRow label="门牌没有弄" on={form.noLane} onChange={(noLane) => change({ noLane })} />
        <TextField label="号" required maxLength={12} placeholder="例如：5号" {...text('number', 'address.number')} />
        <TextField label="室" required maxLength={12} placeholder="例如：602室" {...text('room', 'address.room')} />
        <TextField label="幢" maxLength={20} {...text('building', 'address.building')} />
        <TextField label="单元" maxLength={10} {...text('unit', 'address.unit')} />
        <TextField label="层" maxLength={6} {...text('floor', 'address.floor')} />
      </Card>
    </>
  )
}
