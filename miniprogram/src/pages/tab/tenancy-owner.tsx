import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../call'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { HeadLeaseCard } from '../../dwelling/head-lease-card'
import { open } from '../../lease/paths'
import { usePages } from '../../use-call'

const CODE_LENGTH = 10

/** 业主: the homes that somebody rents from me and lets on, and a code that binds one more. */
export function TenancyOwner({ title }: { title: string }) {
  const owned = usePages(headLeaseRoutes.listOwned, {})
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | undefined>()
  const [pending, setPending] = useState(false)
  const bind = async () => {
    setPending(true)
    await call(headLeaseRoutes.bindOwner, { code: code.trim() })
      .then(({ id }) => {
        setCode('')
        setError(undefined)
        owned.again()
        open(`/pages/dwelling/head-lease?id=${id}`)
      })
      .catch((reason: unknown) => setError(sentenceOf(reason)))
    setPending(false)
  }
  return (
    <Page title={title} wide>
      <View className="tenancy-columns">
        <View className="tenancy-column">
          <List
            pages={owned}
            keyOf={(card) => card.id}
            render={(card) => <HeadLeaseCard card={card} side="owner" />}
            empty={
              <Card>
                <Empty icon="home" title="还没有绑定的房屋" hint="请房屋管理人给您邀请码，在下面输入后即可查看。" />
              </Card>
            }
          />
        </View>
        <Card title="绑定房屋">
          <TextField
            label="邀请码"
            required
            value={code}
            onChange={setCode}
            maxLength={CODE_LENGTH}
            error={error}
            hint="由房屋管理人提供，10 位字母和数字。"
          />
          <Button loading={pending} disabled={code.trim().length !== CODE_LENGTH} onPress={() => void bind()}>
            绑定
          </Button>
        </Card>
      </View>
    </Page>
  )
}
