import { addDays } from '@anju/shared/day'
import type { Unit } from '@anju/shared/dwelling/dwelling'
import type { Ground } from './sense'

/** A utility's bill over the first month of a lease of a room: it can be charged without any meter. */
export function chargeable({ input, known, dice, today }: Ground): Record<string, unknown> {
  const lease = dice.recent(
    known
      .of('lea')
      .filter(
        ({ value }) => value.dwellingId === input.dwellingId && (value.unit as Unit | undefined)?.kind === 'room',
      ),
  )
  if (!lease) return {}
  const { startOn, unit } = lease.value as { startOn: string; unit: { roomNo: string } }
  return {
    ...input,
    leaseId: lease.id,
    from: startOn,
    to: addDays(startOn, 30),
    price: { by: 'bill', amountFen: 12_345 },
    mode: 'equal',
    rooms: [{ roomNo: unit.roomNo }],
    dueOn: today,
  }
}
