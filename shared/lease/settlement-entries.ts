import { addDays, addMonths, type Day } from '../day'
import type { Draft } from '../ledger/entry'
import {
  depositDeducted,
  depositReturned,
  feeDue,
  feeReceived,
  otherCost,
  penaltyDue,
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

/** The days whose rent was paid and is not used. */
function unusedDays(lease: Lease, { lastOn, facts }: Settlement): { coversFrom: Day; coversTo: Day } {
  const coversFrom = lease.entry ? addDays(lastOn, 1) : lease.startOn
  let left = facts.paidRentFen
  let paidTo = coversFrom
  for (const period of periodsOf(lease)) {
    if (left <= 0) break
    left -= period.amountFen
    paidTo = period.to
  }
  const most = addDays(addMonths(coversFrom, MOST_MONTHS), -1)
  const coversTo = paidTo < coversFrom ? coversFrom : paidTo
  return { coversFrom, coversTo: coversTo > most ? most : coversTo }
}

/**
 * What a settlement does to the lessor's book on the day on which it is paid: claims that stand in no bill, rent that was
 * not used, what the deposit pays, and the cash that is left, which is the total of the settlement.
 */
export function settlementDrafts(lease: Lease, on: Day): Draft[] {
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
    [rentFen, (amountFen) => rentReleased({ on, amountFen, ...unusedDays(lease, settlement) })],
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
  return steps.filter(([amountFen]) => amountFen > 0).map(([amountFen, draft]) => draft(amountFen))
}
