import { type ClaimableLease, claimRoutes } from '@anju/shared/lease/claim.routes'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { claimPath, identityPath, leasePath, open } from '../../lease/paths'
import { CodeField, isCode } from '../../person/code-field'
import { useCommand } from '../../use-call'
import { codeIn } from './claim-link'
import { ClaimTerms } from './claim-terms'
import { ObjectionSheet } from './objection-sheet'

/** 认领租约 (`code`): what was signed on paper, as the lessor wrote it off; the tenant confirms it or says what is wrong. */
export default function ClaimLease() {
  const [code, setCode] = useState(codeIn(useRouter().params))
  const [shown, setShown] = useState<ClaimableLease>()
  const [objecting, setObjecting] = useState(false)
  const look = useCommand(claimRoutes.openLeaseInvitation)
  const claim = useCommand(claimRoutes.claimLease)
  useLoginFirst()
  const refusal = [claim.error, look.error].find((error): error is CallError => error instanceof CallError)

  const find = () =>
    look.run({ code }).then(setShown, (error: unknown) => {
      setShown(undefined)
      toast(sentenceOf(error))
    })
  const accept = ({ id: leaseId, version }: ClaimableLease) =>
    claim.run({ leaseId, version, code }).then(
      () => {
        toast('租约已认领')
        void Taro.redirectTo({ url: leasePath(leaseId) })
      },
      (error: unknown) => {
        toast(sentenceOf(error))
        // Corrected meanwhile: what is confirmed is what was read.
        if (error instanceof CallError && error.code === 'request.changed') void find()
      },
    )
  return (
    <Page
      title="认领租约"
      footer={
        shown ? (
          <>
            <Button kind="quiet" onPress={() => setObjecting(true)}>
              内容不对
            </Button>
            <Button loading={claim.pending} onPress={() => void accept(shown)}>
              确认并认领
            </Button>
          </>
        ) : (
          <Button disabled={!isCode(code)} loading={look.pending} onPress={() => void find()}>
            查看租约
          </Button>
        )
      }
    >
      {!shown && (
        <>
          <Notice>您和房东签过纸质合同、房东已把它录入的，用房东给的邀请码认领，就能看账单、付租金、办退租。</Notice>
          <Card>
            <CodeField
              code={code}
              onChange={(next) => {
                setCode(next)
                look.reset()
              }}
              refusal={refusal?.message}
            />
          </Card>
        </>
      )}
      {shown && (
        <>
          <ClaimTerms lease={shown} />
          {refusal && <Notice tone="danger" title={refusal.message} />}
          {refusal?.code === 'person.identity_missing' && (
            <Button kind="quiet" onPress={() => open(identityPath(claimPath(code)))}>
              填写实名信息
            </Button>
          )}
        </>
      )}
      {objecting && <ObjectionSheet code={code} onClose={() => setObjecting(false)} />}
    </Page>
  )
}
