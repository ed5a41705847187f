import { useState } from 'react'
import { ChoiceField } from '../../components/choice-field'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { ReportArrears } from './report-arrears'
import { ReportDeposits } from './report-deposits'
import { ReportHomes } from './report-homes'
import { ReportOccupancy } from './report-occupancy'
import { ReportYear } from './report-year'

const SECTIONS = [
  { value: 'year', label: '收支' },
  { value: 'homes', label: '每套利润' },
  { value: 'occupancy', label: '出租率' },
  { value: 'arrears', label: '欠款' },
  { value: 'deposits', label: '押金' },
] as const
type Section = (typeof SECTIONS)[number]['value']

const BODIES: Record<Section, () => React.JSX.Element> = {
  year: ReportYear,
  homes: ReportHomes,
  occupancy: ReportOccupancy,
  arrears: ReportArrears,
  deposits: ReportDeposits,
}

/** 报表: income and cost, homes, occupancy, arrears, deposits. */
export default function Report() {
  const [section, setSection] = useState<Section>('year')
  useLoginFirst()
  useRefreshOnShow()
  const Body = BODIES[section]
  return (
    <Page wide>
      <ChoiceField label="看什么" required options={SECTIONS} value={section} onChange={setSection} />
      <Body />
    </Page>
  )
}
