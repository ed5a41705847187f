import { kindOf } from '@anju/shared/id'
import type { Picture } from '@anju/shared/picture/picture'
import type { Repair } from '@anju/shared/repair/repair'
import { complaintRecord } from '../complaint/complaint.store'
import { sideOf } from '../complaint/side'
import { dwellingRecord } from '../dwelling/dwelling.store'
import type { Actor } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { repairRecord } from '../repair/repair.store'
import { sideOf as repairSideOf } from '../repair/sides'
import { read } from '../store/record'
import type { Store } from '../store/store'

/** Whose hand added a picture to a repair: whoever is neither lessee nor worker works for the lessor. */
const addedFor = ({ lesseeId, worker }: Repair, { addedBy }: Picture) =>
  addedBy === lesseeId ? 'lessee' : worker?.kind === 'outside' && addedBy === worker.userId ? 'worker' : 'lessor'

/**
 * Whether somebody sees a picture whatever its state: the holder's side of a home; of a lease or a repair the side that
 * added it; the desk, where it is of a complaint.
 */
async function keeps(store: Store, actor: Actor, picture: Picture): Promise<boolean> {
  const { aboutId, addedBy } = picture
  switch (kindOf(aboutId)) {
    case 'dwl':
      return (await read(store, dwellingRecord, aboutId)).holderId === actor.holderId
    case 'lea': {
      const { lessorId, lesseeId } = await read(store, leaseRecord, aboutId)
      return addedBy !== lesseeId && actor.holderId === lessorId
    }
    case 'rep': {
      const repair = await read(store, repairRecord, aboutId)
      return repairSideOf(repair, actor) === addedFor(repair, picture)
    }
    case 'cmp':
      return sideOf(await read(store, complaintRecord, aboutId), actor) === 'desk'
    default:
      return false
  }
}

/** Of some pictures those that somebody may see: what is shown, their own, and what their side keeps or added. */
export async function seenBy<P extends Picture>(store: Store, actor: Actor, pictures: P[]): Promise<P[]> {
  const kept = new Map<string, Promise<boolean>>()
  const sees = async (picture: P): Promise<boolean> => {
    if (picture.state === 'shown' || picture.addedBy === actor.userId) return true
    const key = `${picture.aboutId} ${picture.addedBy}`
    const answer = kept.get(key) ?? keeps(store, actor, picture)
    kept.set(key, answer)
    return answer
  }
  const seen = await Promise.all(pictures.map(sees))
  return pictures.filter((_picture, index) => seen[index])
}
