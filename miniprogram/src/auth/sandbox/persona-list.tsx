import { useRef } from 'react'
import { sentenceOf } from '../../call-error'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { logInAs, readPersona, usePersonas } from './personas'

/** 演示人物: who to be in the demo town. Styles of its own would stay in every build. */
export function PersonaList({ onDone }: { onDone: () => void }) {
  const personas = usePersonas()
  const entering = useRef(false)
  const enter = async (key: string) => {
    if (entering.current) return
    entering.current = true
    await logInAs(key)
      .then(onDone)
      .catch((error: unknown) => toast(sentenceOf(error)))
    entering.current = false
  }
  return (
    <Loaded call={personas}>
      {(items) => (
        <Card flush>
          {items.map(({ key, name, about }) => (
            <Row
              key={key}
              icon="person"
              label={name}
              note={about}
              value={key === readPersona() ? <Tag tone="waiting">使用中</Tag> : undefined}
              onPress={() => void enter(key)}
            />
          ))}
        </Card>
      )}
    </Loaded>
  )
}
