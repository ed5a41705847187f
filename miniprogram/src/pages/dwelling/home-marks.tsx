import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { DwellingId } from '@anju/shared/id'
import { Card } from '../../components/card'
import { RuleNotice } from '../../components/notice'
import { Row } from '../../components/row'
import { open } from '../../lease/paths'
import { useCall } from '../../use-call'

/** 主租约 of a home, and what is risky about it. */
export function HomeMarks({ id }: { id: DwellingId }) {
  const { data } = useCall(headLeaseRoutes.readMarks, { dwellingId: id })
  if (!data) return null
  const { headLeaseId, headLeaseEndOn, marks } = data
  return (
    <>
      {marks.map((hit) => (
        <RuleNotice key={`${hit.ruleId} ${String(hit.inputs.kind)}`} hit={hit} />
      ))}
      <Card flush>
        {headLeaseId ? (
          <Row
            icon="key"
            label="业主主租约"
            value={`至 ${headLeaseEndOn}`}
            onPress={() => open(`/pages/dwelling/head-lease?id=${headLeaseId}`)}
          />
        ) : (
          <Row
            icon="key"
            label="登记业主主租约"
            note="转租须经业主同意；登记后自动生成付款计划"
            onPress={() => open(`/pages/dwelling/head-lease-edit?home=${id}`)}
          />
        )}
      </Card>
    </>
  )
}
