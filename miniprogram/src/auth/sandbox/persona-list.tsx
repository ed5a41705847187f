import { View } from '@tarojs/components'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { toast } from '../../components/feedback'
import { Icon } from '../../components/icon'
import { Loaded } from '../../components/loaded'
import { press } from '../../components/press'
import { Tag } from '../../components/tag'
import { logInAs, type Persona, readPersona, usePersonas } from './personas'
import './persona-list.scss'

/** 演示人物: who to be in the demo town. */
export function PersonaList({ onDone }: { onDone: () => void }) {
  const personas = usePersonas()
  const [entering, setEntering] = useState('')
  const enter = async ({ key }: Persona) => {
    setEntering(key)
    await logInAs(key)
      .then(onDone)
      .catch((error: unknown) => toast(sentenceOf(error)))
    setEntering('')
  }
  return (
    <Loaded call={personas}>
      {(items) => (
        <View className="personas">
          {items.map((persona) => (
            <View
              key={persona.key}
              {...press(() => void enter(persona), { disabled: entering !== '' })}
              className="persona"
              aria-label={`以${persona.name}的身份进入，${persona.about}`}
            >
              <View className="persona-face" aria-hidden="true">
                {persona.name.charAt(0)}
              </View>
              <View className="persona-words">
                <View className="persona-name">{persona.name}</View>
                <View className="persona-about">{persona.about}</View>
              </View>
              {persona.key === readPersona() && <Tag tone="waiting">使用中</Tag>}
              <Icon name="chevron" className="row-chevron" />
            </View>
          ))}
        </View>
      )}
    </Loaded>
  )
}
