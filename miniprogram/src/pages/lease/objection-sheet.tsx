import { claimRoutes } from '@anju/shared/lease/claim.routes'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { toast } from '../../components/feedback'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { useCommand } from '../../use-call'

/** 内容不对: told to the lessor, who sets it right and whose code stays good. */
export function ObjectionSheet({ code, onClose }: { code: string; onClose: () => void }) {
  const [words, setWords] = useState('')
  const tell = useCommand(claimRoutes.objectToLease)
  const send = () =>
    tell.run({ code, words: words.trim() }).then(
      () => {
        toast('已告诉出租方')
        onClose()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  return (
    <Sheet
      open
      title="哪里不对"
      onClose={onClose}
      footer={
        <Button disabled={words.trim().length < 2} loading={tell.pending} onPress={() => void send()}>
          告诉出租方
        </Button>
      }
    >
      <TextField
        label="请写明"
        required
        multiline
        maxLength={300}
        placeholder="例如：合同上的月租金是 2,900 元"
        hint="出租方更正后，用同一个邀请码再看一次"
        value={words}
        onChange={setWords}
        {...(tell.error instanceof CallError && { error: tell.error.fieldError('words') ?? tell.error.message })}
      />
    </Sheet>
  )
}
