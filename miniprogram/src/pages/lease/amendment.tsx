import type { LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { useRouter } from '@tarojs/taro'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { changedTerms } from '../../lease/compare-terms'
import { termText } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useHat } from '../../person/hat'
import { useCall, useCommand, usePages } from '../../use-call'

function Answering({ lease, mine }: { lease: Lease; mine: boolean }) {
  const accept = useCommand(tenancyRoutes.confirmAmendment)
  const decline = useCommand(tenancyRoutes.declineAmendment)
  const target = { leaseId: lease.id, version: lease.version }
  const said = (word: string) => [() => toast(word), (error: unknown) => toast(sentenceOf(error))] as const
  const yes = async () => {
    const content = '确认后新条款立即生效，等于重新签名；须在三十日内办理变更备案。'
    if (await confirm({ title: '确认变更？', content, yes: '确认' }))
      await accept.run(target).then(...said('租约已变更'))
  }
  return (
    <>
      <Button
        kind="quiet"
        loading={decline.pending}
        onPress={() => void decline.run(target).then(...said('变更没有成立'))}
      >
        {mine ? '撤回变更' : '不同意'}
      </Button>
      {!mine && (
        <Button loading={accept.pending} onPress={() => void yes()}>
          确认变更
        </Button>
      )}
    </>
  )
}

/** 租约变更 (`id`): what is proposed, and the texts that were changed before. */
export default function AmendmentPage() {
  const leaseId = useRouter().params.id as LeaseId
  const { me } = useHat()
  const call = useCall(leaseRoutes.readLease, { leaseId })
  const texts = usePages(tenancyRoutes.listLeaseTexts, { leaseId })
  useLoginFirst()
  useRefreshOnShow()
  const lease = call.data
  const mine = lease?.amendment?.by === me?.id
  return (
    <Page title="租约变更" footer={lease?.amendment && me && <Answering lease={lease} mine={mine} />}>
      <Loaded call={call}>
        {(read) => (
          <>
            {read.amendment && (
              <>
                <Notice>{mine ? '等待对方确认。' : '对方提出变更，请核对后决定。'}</Notice>
                <Card title="提出的变更" flush>
                  {changedTerms(read, read.amendment.terms).map(({ label, was, is }) => (
                    <Row key={label} label={label} note={`原为：${was}`} value={is} />
                  ))}
                </Card>
              </>
            )}
            {texts.items.map(({ version, terms, textHash, changedAt }) => (
              <Card key={version} title={`${changedAt.slice(0, 10)} 变更前`} flush>
                <Row label="租期" value={termText(terms)} />
                {changedTerms(terms, read).map(({ label, was }) => (
                  <Row key={label} label={label} value={was} />
                ))}
                <Row label="文本校验值" note={textHash} />
              </Card>
            ))}
            {!read.amendment && texts.items.length === 0 && !texts.isPending && (
              <Card>
                <Empty title="没有变更" hint="任何一方都可以提出变更，对方确认后生效。" />
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
