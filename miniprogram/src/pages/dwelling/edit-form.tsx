import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { DwellingId } from '@anju/shared/id'
import { formatAddress } from '@anju/shared/region/address'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { goBack } from '../../auth/back'
import { CallError } from '../../call-error'
import { Button } from '../../components/button'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { newId } from '../../new-id'
import { codeOf, useRememberedRegion } from '../../region/region-path'
import { useCommand } from '../../use-call'
import { Refusal, type WaysOn } from '../listing/refusal'
import { showFault } from '../listing/show-fault'
import { useDraft } from '../listing/use-draft'
import { AddressSection } from './address-section'
import { CertificateSection } from './certificate-section'
import { EMPTY_HOME, factsOf, faultsOf, formOf } from './home-form'
import { RoomsSection } from './rooms-section'
import './edit.scss'

interface Props {
  /** Absent for a new home. */
  dwelling?: Dwelling
  userId: string
}

/** 上海市浦东新区张江镇: what stands before the road. */
const townNameOf = ({ address, addressText }: Dwelling) => addressText.slice(0, -formatAddress(address, '').length)

export function EditForm({ dwelling, userId }: Props) {
  const {
    value: form,
    change,
    restored,
    sent,
    drop,
  } = useDraft(`home:${dwelling?.id ?? 'new'}:${userId}`, dwelling ? formOf(dwelling) : EMPTY_HOME)
  const [start] = useRememberedRegion()
  const [tried, setTried] = useState(false)
  const made = useRef<{ townCode: string; id: DwellingId } | undefined>(undefined)
  const registering = useCommand(dwellingRoutes.registerDwelling)
  const revising = useCommand(dwellingRoutes.reviseDwelling)
  const { pending, error } = dwelling ? revising : registering
  const refusal = error instanceof CallError ? error : undefined

  const townCode = dwelling?.address.townCode ?? (form.town && codeOf(form.town))
  const faults = tried ? faultsOf(form, townCode) : []
  const errorAt = (path: string) => faults.find((fault) => fault.path === path)?.message ?? refusal?.fieldError(path)

  const send = async () => {
    setTried(true)
    if (!townCode || faultsOf(form, townCode).length > 0) {
      showFault('.field-error')
      return
    }
    if (made.current?.townCode !== townCode) made.current = { townCode, id: newId('dwl', townCode) }
    const facts = factsOf(form, townCode, dwelling?.address.policeCode)
    const { id } = dwelling
      ? await revising.run({ dwellingId: dwelling.id, version: form.version ?? dwelling.version, ...facts })
      : await registering.run({ dwellingId: made.current.id, ...facts })
    sent()
    toast(dwelling ? '已保存' : '房屋已登记')
    goBack(`/pages/dwelling/board?id=${id}`)
  }

  const giveUp = () => {
    setTried(false)
    registering.reset()
    revising.reset()
    drop()
  }
  const waysOn: WaysOn = {
    'request.changed': { label: '放弃我的修改，读取最新', onPress: giveUp },
    'dwelling.exists': { label: '看我的房屋', onPress: () => void Taro.switchTab({ url: '/pages/tab/tenancy' }) },
  }
  return (
    <Page
      title={dwelling ? '编辑房屋' : '登记房屋'}
      footer={
        <Button loading={pending} onPress={() => void send().catch(() => undefined)}>
          {dwelling ? '保存' : '登记房屋'}
        </Button>
      }
    >
      {restored && (
        <Notice title="已恢复上次没有保存的内容">
          <View className="edit-restored">
            <Button kind="quiet" small onPress={giveUp}>
              放弃这些内容
            </Button>
          </View>
        </Notice>
      )}
      <AddressSection
        form={form}
        change={change}
        errorAt={errorAt}
        townCode={townCode}
        townName={dwelling && townNameOf(dwelling)}
        start={start}
      />
      <CertificateSection form={form} townCode={townCode} change={change} errorAt={errorAt} />
      <RoomsSection form={form} townCode={townCode} change={change} errorAt={errorAt} />
      <Refusal error={error} action={refusal && waysOn[refusal.code]} />
    </Page>
  )
}
