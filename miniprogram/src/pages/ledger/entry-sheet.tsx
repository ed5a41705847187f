import type { Lease } from '@anju/shared/lease/lease'
import { ACCOUNTS } from '@anju/shared/ledger/accounts'
import { amountFenOf, PAY_METHOD_NAMES } from '@anju/shared/ledger/entry'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { confirm, toast } from '../../components/feedback'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Sheet } from '../../components/sheet'
import { leasePath, open } from '../../lease/paths'
import { newId } from '../../new-id'
import { VoucherPhoto } from '../../picture/voucher-photo'
import { useCommand } from '../../use-call'
import { coversText, entryName, type ListedEntry, leaseName, signedFen } from './entry-words'

interface Props {
  entry: ListedEntry
  lease: Lease | undefined
  onClose: () => void
}

/** One entry, and the way to undo it: 红冲 books the same amount the other way. */
export function EntrySheet({ entry, lease, onClose }: Props) {
  const reverse = useCommand(ledgerRoutes.reverseEntry)
  const [reversalId] = useState(() => newId('ent'))
  const covers = coversText(entry)
  const toLease = () => {
    onClose()
    if (lease) open(leasePath(lease.id))
  }
  const undo = async () => {
    const content = `会另记一笔 −¥${yuan(amountFenOf(entry))}，把这笔账冲掉。原来的账不会删除，两笔都留在账本里。`
    if (!(await confirm({ title: '红冲这笔账？', content, yes: '红冲', danger: true }))) return
    await reverse.run({ entryId: entry.id, reversalId }).then(
      () => {
        toast('已红冲，原账保留')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Sheet
      open
      title={entryName(entry)}
      onClose={onClose}
      footer={
        !entry.reversed && !entry.reversalOf ? (
          <Button kind="danger" loading={reverse.pending} onPress={() => void undo()}>
            红冲
          </Button>
        ) : undefined
      }
    >
      <Money fen={signedFen(entry)} large signed />
      <View className="entry-rows">
        <Row label="日期" value={entry.on} />
        {entry.method && <Row label="方式" value={PAY_METHOD_NAMES[entry.method]} />}
        {covers && <Row label="租金所属期间" value={covers} />}
        {entry.postings.map(({ debit, credit, amountFen, on }) => (
          <Row
            key={`${debit} ${credit} ${on}`}
            label={`借 ${ACCOUNTS[debit].name}，贷 ${ACCOUNTS[credit].name}`}
            note={on}
            value={`¥${yuan(amountFen)}`}
          />
        ))}
        {entry.note && <Row label="备注" value={entry.note} />}
        {lease && <Row label="租约" note={leaseName(lease)} onPress={toLease} />}
        <Row label="编号" note={entry.id} />
      </View>
      {entry.voucherId && <VoucherPhoto pictureId={entry.voucherId} />}
      {entry.reversed && <Notice title="这笔账已红冲">账本里另有一笔相反的账把它冲掉，原账保留备查。</Notice>}
      {entry.reversalOf && <Notice title="这是一笔红冲">它冲掉了一笔记错的账，两笔都留在账本里备查。</Notice>}
      {!entry.reversed && !entry.reversalOf && <Notice>记错了用红冲改正：另记一笔相反的账，什么都不会删除。</Notice>}
    </Sheet>
  )
}
