import type { PictureId } from '@anju/shared/id'
import type { Picture } from '@anju/shared/picture/picture'
import { heardBy } from '@anju/shared/repair/heard'
import { isOver } from '@anju/shared/repair/lifecycle'
import { claimRefusal } from '@anju/shared/repair/money'
import { openQuote, type Repair, type Worker } from '@anju/shared/repair/repair'
import type { RepairCard, RepairView } from '@anju/shared/repair/view'
import type { Actor, Context } from '../http/use-case'
import { pictureRecord, shown } from '../picture/picture.store'
import { seenBy } from '../picture/seen-by'
import { codeFrom } from '../secret/code'
import type { Secrets } from '../secret/secrets'
import { findMany } from '../store/record'
import { mayAgreeFen, sideOf } from './sides'

/** The code with which the outside worker who is named takes the job; another worker, another code. */
export const codeOf = (secrets: Secrets, { id, worker }: Repair): string | undefined =>
  worker?.kind === 'outside'
    ? codeFrom(secrets, 'repair-code', `${id}#${worker.name}#${worker.phone.index}`)
    : undefined

/** Addresses are made for so many pictures at once. */
const MOST_SHOWN = 100
const pictureIdsOf = ({ pictureIds, quotes, claim, steps }: Repair): PictureId[] =>
  [
    ...new Set([
      ...pictureIds,
      ...(claim?.receiptIds ?? []),
      ...quotes.flatMap((quote) => quote.pictureIds),
      ...steps.flatMap((step) => step.pictureIds).reverse(),
    ]),
  ].slice(0, MOST_SHOWN)

function viewWorker(worker: Worker, secrets: Secrets, open: boolean): NonNullable<RepairView['worker']> {
  const { kind, name } = worker
  const taken = worker.userId !== undefined
  if (worker.kind === 'staff') return { kind, name, userId: worker.userId, taken }
  const { masked: phoneMasked } = worker.phone
  return { kind, name, taken, phoneMasked, ...(open && { phone: secrets.open('phone', worker.phone) }) }
}

/** A repair as its reader may see it. */
export async function viewRepair(
  repair: Repair,
  { actor, store, files, secrets, now }: Pick<Context, 'store' | 'files' | 'secrets' | 'now'> & { actor: Actor },
): Promise<RepairView> {
  const side = sideOf(repair, actor)
  const open = !isOver(repair)
  const { worker, cost, claim, rating, ...rest } = heardBy(repair, side)
  const ids = pictureIdsOf(repair)
  const found = (await findMany(
    store,
    ids.map((id) => [pictureRecord, id]),
  )) as (Picture | undefined)[]
  const pictures = found.filter((picture) => picture !== undefined && !picture.removedAt) as Picture[]
  const seen = await seenBy(store, actor, pictures)
  const quote = repair.status === 'quoted' ? openQuote(repair) : undefined
  const code = side === 'lessor' && open && !worker?.userId ? codeOf(secrets, repair) : undefined
  return {
    ...rest,
    // What lessor and lessee settle between them is nothing to whoever repairs.
    ...(side !== 'worker' && { ...(cost && { cost }), ...(claim && { claim }), ...(rating && { rating }) }),
    side,
    ...(worker && { worker: viewWorker(worker, secrets, open) }),
    ...(code && { code }),
    pictures: await Promise.all(seen.map((picture) => shown(files, picture))),
    waitingPictures: pictures.filter((picture) => picture.state === 'waiting' && !seen.includes(picture)).length,
    mayClaim: side === 'lessee' && claimRefusal(repair, now) === undefined,
    mayAgree:
      quote !== undefined &&
      side === quote.payer &&
      (side === 'lessee' || quote.amountFen <= mayAgreeFen(repair, actor, now)),
  }
}

/** A line of a list, as its reader may see it. */
export function cardOf(repair: Repair, actor: Actor): RepairCard {
  const quote = repair.status === 'quoted' ? openQuote(repair) : undefined
  const side = sideOf(repair, actor)
  const heard = heardBy(repair, side)
  return {
    ...heard,
    side,
    ...(heard.worker && { workerName: heard.worker.name }),
    ...(quote && { quote }),
  }
}
