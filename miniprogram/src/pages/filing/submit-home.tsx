import {
  FILING_LESSOR_KIND_NAMES,
  type FilingDetails,
  FilingLessorKind,
  isSublease,
  TITLE_KIND_NAMES,
  TitleKind,
} from '@anju/shared/filing/details'
import { useState } from 'react'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { Notice } from '../../components/notice'
import { PickField } from '../../components/pick-field'
import { TextField } from '../../components/text-field'
import { Tick } from '../../person/tick'

const LESSORS = FilingLessorKind.options.map((value) => ({ value, label: FILING_LESSOR_KIND_NAMES[value] }))
const TITLES = TitleKind.options.map((value) => ({ value, label: TITLE_KIND_NAMES[value] }))
const YES_NO = [
  { value: 'no', label: '没有' },
  { value: 'yes', label: '有' },
] as const
const namesOf = (text: string) => text.split(/[、，,\s]+/).filter((name) => name !== '')

interface Props {
  details: FilingDetails
  onChange: (details: FilingDetails) => void
  /** Who files for the lessor knows the title; a lessee fills in what they know. */
  required: boolean
  /** What the server found missing, by field. */
  wrong: Record<string, string>
}

/** 房屋与产权: what the filing says beyond the lease, filled in from the home where it is known. */
export function Home({ details, onChange, required, wrong }: Props) {
  const [owners, setOwners] = useState(details.ownerNames?.join('、') ?? '')
  const [area, setArea] = useState(String(details.buildingAreaSquareMetres ?? ''))
  const change = (part: Partial<FilingDetails>) => onChange({ ...details, ...part })
  /** A field that was emptied says nothing. */
  const clear = (key: keyof FilingDetails) => {
    const { [key]: _gone, ...rest } = details
    onChange(rest)
  }
  const typeArea = (text: string) => {
    setArea(text)
    const value = Number(text)
    if (/^\d{1,4}(\.\d{1,2})?$/.test(text) && value > 0) change({ buildingAreaSquareMetres: value })
    else clear('buildingAreaSquareMetres')
  }
  const typeOwners = (text: string) => {
    setOwners(text)
    const names = namesOf(text)
    if (names.length > 0) change({ ownerNames: names })
    else clear('ownerNames')
  }
  return (
    <>
      {!required && (
        <Notice title="不清楚的可以先不填">
          您可以自己办理备案，不需要房东同意；缺的产权信息由工作人员联系房东补充。
        </Notice>
      )}
      <Card title="房屋与产权">
        <PickField
          label="出租方身份"
          required={required}
          options={LESSORS}
          value={details.lessorKind}
          onChange={(lessorKind) => change({ lessorKind })}
          error={wrong.lessorKind}
        />
        <PickField
          label="产权证明"
          required={required}
          options={TITLES}
          value={details.titleKind}
          onChange={(titleKind) => change({ titleKind })}
          error={wrong.titleKind}
        />
        <TextField
          label="产权证号"
          required={required}
          maxLength={60}
          placeholder="沪(2023)浦字不动产权第000000号"
          value={details.titleNo ?? ''}
          onChange={(titleNo) => (titleNo ? change({ titleNo }) : clear('titleNo'))}
          error={wrong.titleNo}
        />
        <TextField
          label="权利人"
          required={required}
          maxLength={120}
          hint="几个人的用顿号隔开"
          value={owners}
          onChange={typeOwners}
          error={wrong.ownerNames}
        />
        <TextField
          label="建筑面积（㎡）"
          required={required}
          type="decimal"
          maxLength={8}
          hint="产证上的面积；人均面积按房间的使用面积计算，不用它"
          value={area}
          onChange={typeArea}
          error={wrong.buildingAreaSquareMetres}
        />
        <ChoiceField
          label="是否设有抵押"
          required={required}
          options={YES_NO}
          value={details.mortgaged === undefined ? undefined : details.mortgaged ? 'yes' : 'no'}
          onChange={(answer) => change({ mortgaged: answer === 'yes' })}
          error={wrong.mortgaged}
        />
        {details.lessorKind === 'co_owner' && (
          <Tick
            label="其他共有人都同意出租"
            on={details.coOwnersConsent === true}
            onChange={(coOwnersConsent) => change({ coOwnersConsent })}
          />
        )}
      </Card>
      {isSublease(details) && <HeadLease details={details} change={change} wrong={wrong.headLease} />}
    </>
  )
}

interface HeadLeaseProps {
  details: FilingDetails
  change: (part: Partial<FilingDetails>) => void
  wrong: string | undefined
}

function HeadLease({ details: { headLease }, change, wrong }: HeadLeaseProps) {
  const [typed, setTyped] = useState({
    ownerName: headLease?.ownerName ?? '',
    startOn: headLease?.startOn,
    endOn: headLease?.endOn,
    filed: headLease?.filed ?? false,
    subletAllowed: headLease?.subletAllowed ?? false,
  })
  const type = (part: Partial<typeof typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    const { ownerName, startOn, endOn } = next
    if (ownerName.trim().length > 1 && startOn && endOn)
      change({ headLease: { ...headLease, ...next, ownerName, startOn, endOn } })
  }
  return (
    <Card title="与业主的租赁合同">
      {wrong && <Notice tone="danger" title={wrong} />}
      <TextField
        label="业主姓名"
        required
        maxLength={50}
        value={typed.ownerName}
        onChange={(ownerName) => type({ ownerName })}
      />
      <DateField label="开始日" required value={typed.startOn} onChange={(startOn) => type({ startOn })} />
      <DateField label="结束日" required value={typed.endOn} onChange={(endOn) => type({ endOn })} />
      <Tick label="合同写明可以转租" on={typed.subletAllowed} onChange={(subletAllowed) => type({ subletAllowed })} />
      <Tick label="这份合同已备案" on={typed.filed} onChange={(filed) => type({ filed })} />
    </Card>
  )
}
