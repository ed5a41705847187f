import type { Input } from '@anju/shared/contract/route'
import { ruleRoutes } from '@anju/shared/rule/rule.routes'
import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { ErrorState } from '../../components/error-state'
import { Notice } from '../../components/notice'
import { Skeleton } from '../../components/skeleton'
import { usePages } from '../../use-call'
import { ACTION_WORDS } from './rule-words'

interface Props {
  regionCode: string
  parameter: Input<typeof ruleRoutes.previewParameter>['key']
  value: string
  effectiveFrom: string
}

const saidText = (hits: { ruleId: string; action: keyof typeof ACTION_WORDS }[]): string =>
  hits.length === 0 ? '没有提示' : hits.map(({ ruleId, action }) => `${ruleId} ${ACTION_WORDS[action]}`).join('、')

/** 预览: which open cases of the town the number would change. */
export function Preview({ regionCode, parameter, value, effectiveFrom }: Props) {
  const pages = usePages(ruleRoutes.previewParameter, { regionCode, key: parameter, value, effectiveFrom, limit: 50 })
  if (pages.error) return <ErrorState error={pages.error} onRetry={pages.again} />
  if (pages.isPending) return <Skeleton cards={1} />
  const changed = pages.items.filter(({ changes }) => changes)
  return (
    <Notice
      tone={changed.length > 0 ? 'warn' : 'info'}
      title={`看了 ${pages.items.length} 件在办备案，${changed.length} 件会改变`}
    >
      {changed.length === 0 && <View>生效日之前签订的租约，仍按签订当日的数字办理。</View>}
      {changed.map(({ filingId, addressText, acceptanceNo, was, would }) => (
        <View key={filingId} className="rule-line">
          {addressText}（{acceptanceNo}）：{saidText(was)} → {saidText(would)}
        </View>
      ))}
      {pages.hasMore && (
        <Button kind="quiet" small loading={pages.isFetchingMore} onPress={pages.more}>
          继续看
        </Button>
      )}
    </Notice>
  )
}
