import { staffRoutes } from '@anju/shared/business/staff.routes'
import type { UserId } from '@anju/shared/id'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { RepairView } from '@anju/shared/repair/view'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { toast } from '../../components/feedback'
import { PickField } from '../../components/pick-field'
import { Sheet } from '../../components/sheet'
import { TextField } from '../../components/text-field'
import { today } from '../../lease/lease-words'
import { useHat } from '../../person/hat'
import { useCall, useCommand } from '../../use-call'
import { HOUR_OPTIONS, type Hour, instantOf, tomorrow } from './repair-words'
import { act } from './told'

const KINDS = [
  { value: 'outside', label: '外面的师傅' },
  { value: 'staff', label: '自己人' },
] as const

/** 派工: to one of the staff, or to somebody from outside who gets a code; with a time that the tenant agrees to. */
export function AssignSheet({ repair, onClose }: { repair: RepairView; onClose: () => void }) {
  const { hat } = useHat()
  const mayReadStaff = hat?.role !== 'keeper'
  const staff = useCall(staffRoutes.listStaff, {}, { enabled: mayReadStaff }).data?.items ?? []
  const people = [
    { value: repair.lessorId as string, label: '房东本人' },
    ...staff
      .filter(({ roles }) => roles.some((role) => role !== 'bookkeeper'))
      .map(({ userId, name }) => ({ value: userId as string, label: name })),
  ]
  const [kind, setKind] = useState<'outside' | 'staff'>('outside')
  const [userId, setUserId] = useState<string>(repair.lessorId)
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const urgent = repair.priority === 'P1'
  const [day, setDay] = useState<string>(tomorrow())
  const [hour, setHour] = useState<Hour>('09:00')
  const assign = useCommand(repairRoutes.assignRepair)
  const send = () => {
    if (kind === 'outside' && (!name.trim() || !phone.trim())) return toast('请填写师傅的称呼和电话')
    const worker =
      kind === 'staff' ? { kind, userId: userId as UserId } : { kind, name: name.trim(), phone: phone.trim() }
    const visit = urgent || !repair.lesseeId ? {} : { visitAt: instantOf(day, hour) }
    void act(assign.run({ repairId: repair.id, version: repair.version, worker, ...visit }), '已派工', onClose)
  }
  return (
    <Sheet
      open
      title="派工"
      onClose={onClose}
      footer={
        <Button loading={assign.pending} onPress={send}>
          派工
        </Button>
      }
    >
      <ChoiceField label="谁去修" required options={KINDS} value={kind} onChange={setKind} />
      {kind === 'staff' ? (
        <PickField label="人员" required options={people} value={userId} onChange={setUserId} />
      ) : (
        <>
          <TextField label="称呼或店名" required maxLength={30} value={name} onChange={setName} />
          <TextField
            label="电话"
            required
            maxLength={20}
            hint="完成之前租客能看到，用来联系上门"
            value={phone}
            onChange={setPhone}
          />
        </>
      )}
      {!urgent && repair.lesseeId && (
        <>
          <DateField label="上门日期" required value={day} min={today()} onChange={setDay} />
          <ChoiceField label="上门时间" required options={HOUR_OPTIONS} value={hour} onChange={setHour} />
        </>
      )}
    </Sheet>
  )
}
