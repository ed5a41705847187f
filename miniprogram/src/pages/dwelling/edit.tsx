import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { useRouter } from '@tarojs/taro'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useCall } from '../../use-call'
import { SignedIn } from '../listing/signed-in'
import { EditForm } from './edit-form'

/** 登记房屋, and with an id 编辑房屋. */
export default function Edit() {
  const { id } = useRouter().params
  return (
    <SignedIn>
      {(me) => (id ? <Home key={me.id} id={id} userId={me.id} /> : <EditForm key={me.id} userId={me.id} />)}
    </SignedIn>
  )
}

function Home({ id, userId }: { id: string; userId: string }) {
  const read = useCall(dwellingRoutes.readDwelling, { dwellingId: id })
  if (read.data) return <EditForm dwelling={read.data} userId={userId} />
  return (
    <Page title="编辑房屋">
      <Loaded call={read}>{() => null}</Loaded>
    </Page>
  )
}
