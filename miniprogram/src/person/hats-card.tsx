import type { Hat, Me } from '@anju/shared/person/person'
import { useState } from 'react'
import { Button } from '../components/button'
import { Card } from '../components/card'
import { ChoiceField } from '../components/choice-field'
import { hatKey, useHat } from './hat'
import { HatsSheet } from './hats-sheet'
import { useHatNames } from './region-name'

/** 身份: which of the roles is in use, and a way to more of them. */
export function HatsCard({ me }: { me: Me }) {
  const { hat, choose } = useHat()
  const nameOf = useHatNames(me.hats)
  const [open, setOpen] = useState(false)
  const chooseKey = (key: string) => choose(me.hats.find((held) => hatKey(held) === key) as Hat)
  return (
    <Card>
      <ChoiceField
        label="当前身份"
        hint="换身份后，各个页面显示这个身份要办的事。"
        required
        options={me.hats.map((held) => ({ value: hatKey(held), label: nameOf(held) }))}
        value={hat && hatKey(hat)}
        onChange={chooseKey}
      />
      <Button kind="quiet" small icon="people" onPress={() => setOpen(true)}>
        添加或移除身份
      </Button>
      <HatsSheet open={open} me={me} onClose={() => setOpen(false)} />
    </Card>
  )
}
