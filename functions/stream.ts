import { dayAt } from '@anju/shared/day'
import { type BillId, kindOf, type LeaseId } from '@anju/shared/id'
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from './http/log'
import type { World } from './http/router'
import { sendWaiting, tell } from './notice/tell'
import { noticesOfLine } from './notice/words'
import type { JournalLine } from './store/record'
import { Conflict } from './store/store'
import { rowOf } from './store/store.dynamodb'
import { openTellingWorld, remembered } from './world'

type TellingWorld = Pick<World, 'store' | 'secrets' | 'wechat' | 'now'>

/** The first bill follows the second signature at once; the daily function makes it where this failed. */
async function issueFirst({ store, now: clock }: TellingWorld, { aggregateId }: JournalLine): Promise<void> {
  const { issueFirstBill } = await import('./bill/issue-bills')
  const now = clock()
  const cause = (kind: string) => ({ kind, by: 'system' as const, now })
  await issueFirstBill(store, aggregateId as LeaseId, { now, today: dayAt(now), cause }).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error
  })
}

/** The bills of a lease on paper follow to the tenant who claimed it, also one that was made at that moment. */
async function giveClaimed({ store, now: clock }: TellingWorld, { kind, aggregateId }: JournalLine): Promise<void> {
  if (!['lease.claimed', 'bill.issued', 'bill.added'].includes(kind)) return
  const { giveBill, giveBillsOf } = await import('./bill/give-bills')
  const cause = { kind: 'bill.lessee_known', by: 'system' as const, now: clock() }
  if (kindOf(aggregateId) === 'lea') await giveBillsOf(store, aggregateId as LeaseId, cause)
  if (kindOf(aggregateId) === 'bil') await giveBill(store, aggregateId as BillId, cause)
}

/** The bills of a lease that is paid off, where its last command broke off before all were closed. */
async function closeSettled({ store, now: clock }: TellingWorld, { kind, aggregateId }: JournalLine): Promise<void> {
  if (kind !== 'lease.refund_recorded') return
  const { closeOtherBills } = await import('./bill/standing')
  await closeOtherBills(store, aggregateId as LeaseId, { kind: 'bill.settled', by: 'system', now: clock() })
}

/** Lines of a bill whose own transaction left a message to be sent. */
const REMINDING = ['bill.issued', 'bill.overdue']
const reminds = ({ aggregateId, kind }: JournalLine) => kindOf(aggregateId) === 'bil' && REMINDING.includes(kind)

/** What of a lease is filed once more after it happened (SH-CON-02). */
const FILED_AGAIN = ['lease.amended', 'lease.ended', 'lease.signed']
async function openCase({ store, now }: TellingWorld, line: JournalLine): Promise<void> {
  const { openFollowUp } = await import('./filing/open-follow-up')
  await openFollowUp(store, line, now())
}

/** Tells one line: into the inboxes, by WeChat where somebody agreed to it, and what follows from it. All of it once. */
async function follow(world: TellingWorld, line: JournalLine, hurry: boolean): Promise<void> {
  const told = await noticesOfLine(world.store, line)
  await tell(world.store, told)
  if (line.kind === 'lease.signed') await issueFirst(world, line)
  if (FILED_AGAIN.includes(line.kind)) await openCase(world, line)
  await giveClaimed(world, line)
  await closeSettled(world, line)
  const about = told.flatMap(({ wechat, notice }) => (wechat ? [notice.about.id as string] : []))
  const now = world.now()
  if (!hurry)
    for (const id of new Set(reminds(line) ? [...about, line.aggregateId] : about))
      await sendWaiting({ ...world, now, today: dayAt(now) }, id, dayAt(line.at))
}

/** Left over for the lines behind it: what is not sent by then waits for the next run of the due rows. */
const RESERVE_MILLIS = 30_000

/** Turns new journal lines into notices and messages of WeChat, the second signature of a lease into its first bill, and a claimed lease's bills into those of its tenant. The first line that fails is reported, so that it and all behind it come again. */
export const streamOver =
  (open: () => TellingWorld | Promise<TellingWorld>) =>
  async (event: DynamoDBStreamEvent, context?: Context): Promise<DynamoDBBatchResponse> => {
    const hurry = () => (context?.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY) < RESERVE_MILLIS
    for (const record of event.Records) {
      if (record.eventName !== 'INSERT' || !record.dynamodb?.NewImage) continue
      const line = rowOf<JournalLine>(record.dynamodb.NewImage)
      try {
        await follow(await open(), line, hurry())
      } catch (error) {
        log('error', 'journal line not told', {
          aggregateId: line.aggregateId,
          version: line.version,
          error: String((error as Error).name),
        })
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber ?? '' }] }
      }
    }
    return { batchItemFailures: [] }
  }

export const handler = streamOver(remembered(openTellingWorld))
