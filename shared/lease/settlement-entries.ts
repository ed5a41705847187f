import { addDays, addMonths, type Day } from '../day'
import type { Draft } from '../ledger/entry'
import {
  depositDeducted,
  depositReturned,
  feeDue,
  feeReceived,
  otherCost,
  penaltyDue,
  rentDue,
  rentReceived,
  rentRefunded,
  rentReleased,
  utilityPassedOn,
} from '../ledger/recipes'
import type { Lease } from './lease'
import { periodsOf } from './schedule'
import type { Settlement } from './settlement'
import type { FeeKind } from './terms'

const UTILITIES: readonly FeeKind[] = ['water', 'electricity', 'gas']
/** An entry holds the months of so much; rent that was paid for longer is released within these. */
const MOST_MONTHS = 20

/** Days of the same entry at most: what is beyond is counted in its last month. */
function within(coversFrom: Day, to: Day): { coversFrom: Day; coversTo: Day } {
  const most = addDays(addMonths(coversFrom, MOST_MONTHS), -1)
  const coversTo = to < coversFrom ? coversFrom : to
  return { coversFrom, coversTo: coversTo > most ? most : coversTo }
}

/** The last day of the periods whose rent was asked for. */
function claimedTo(lease: Lease, claimedFen: number): Day {
  let left = claimedFen
  let last = addDays(lease.startOn, -1)
  for (const period of periodsOf(lease)) {
    if (left <= 0) break
    left -= period.amountFen
    last = period.to
  }
  return last
}

/**
 * The claim on rent becomes what the rent of the days that were used asks for beyond what was paid: what was asked for and
 * is not used is released, what was used and not asked for is due. `openFen`: what the book claims now, in fen.
 */
function claimAdjusted(
  lease: Lease,
  { lastOn, facts }: Settlement,
  owedFen: number,
  openFen: number,
  on: Day,
): Draft[] {
  const moreFen = owedFen - openFen
  if (moreFen === 0) return []
  const last = claimedTo(lease, facts.paidRentFen + openFen)
  if (moreFen < 0) {
    const unusedFrom = lease.entry ? addDays(lastOn, 1) : lease.startOn
    return [rentReleased({ on, amountFen: -moreFen, ...within(unusedFrom, last) })]
  }
  const dueFrom = addDays(last, 1)
  return rentDue({ on, amountFen: moreFen, ...within(dueFrom > lastOn ? lastOn : dueFrom, lastOn) })
}

/**
 * What a settlement does to the lessor's book on the day on which it is paid: claims that stand in no bill, rent that was
 * not used, what the deposit pays, and the cash that is left, which is the total of the settlement. Afterwards the lease
 * owes nothing and nothing is owed on it. `openRentFen`: the claim on its rent as the book has it, in fen.
 */
export function settlementDrafts(lease: Lease, on: Day, openRentFen: number): Draft[] {
  const { settlement } = lease
  if (!settlement) return []
  const { facts, lines } = settlement
  const sumOf = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0)
  const ofKind = (kind: string) => sumOf(lines.filter((line) => line.kind === kind).map(({ amountFen }) => amountFen))
  const [rentFen, penaltyFen, damageFen] = [ofKind('rent'), ofKind('penalty'), -ofKind('deduction')]
  const unbilled = facts.fees.filter(({ billed }) => !billed)
  const utilitiesFen = sumOf(unbilled.filter(({ kind }) => UTILITIES.includes(kind)).map(({ amountFen }) => amountFen))
  const otherFeesFen = sumOf(unbilled.map(({ amountFen }) => amountFen)) - utilitiesFen

  let leftFen = facts.heldDepositFen
  const take = (amountFen: number): number => {
    const taken = Math.min(leftFen, amountFen)
    leftFen -= taken
    return taken
  }
  const owedRentFen = Math.max(0, -rentFen)
  const claimsFen = -ofKind('fee') + Math.max(0, -penaltyFen)
  const [rentTaken, claimsTaken, damageTaken] = [take(owedRentFen), take(claimsFen), take(damageFen)]
  const damageLeft = damageFen - damageTaken
  const steps: [number, (amountFen: number) => Draft][] = [
    [utilitiesFen, (amountFen) => utilityPassedOn({ on, amountFen })],
    [otherFeesFen, (amountFen) => feeDue({ on, amountFen })],
    [Math.max(0, -penaltyFen) + damageLeft, (amountFen) => penaltyDue({ on, amountFen })],
    [rentTaken, (amountFen) => depositDeducted('rent')({ on, amountFen })],
    [claimsTaken, (amountFen) => depositDeducted('fee')({ on, amountFen })],
    [damageTaken, (amountFen) => depositDeducted('damage')({ on, amountFen })],
    [leftFen, (amountFen) => depositReturned({ on, amountFen })],
    [rentFen, (amountFen) => rentRefunded({ on, amountFen })],
    [penaltyFen, (amountFen) => otherCost({ on, amountFen })],
    [owedRentFen - rentTaken, (amountFen) => rentReceived({ on, amountFen })],
    [claimsFen - claimsTaken + damageLeft, (amountFen) => feeReceived({ on, amountFen })],
  ]
  return [
    ...claimAdjusted(lease, settlement, -rentFen, openRentFen, on),
    ...steps.filter(([amountFen]) => amountFen > 0).map(([amountFen, draft]) => draft(amountFen)),
  ]
}
