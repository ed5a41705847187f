import type { Input } from '@anju/shared/contract/route'
import { addDays, addMonths, daysBetween } from '@anju/shared/day'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import type { FitOutOwner } from '@anju/shared/head-lease/terms'
import type { DwellingId, PictureId } from '@anju/shared/id'
import type * as z from 'zod'

/** 主租约 as it is typed. */
export interface HeadDraft {
  home: DwellingId | undefined
  ownerName: string
  ownerPhone: string
  ownerBank: string
  ownerAccount: string
  startOn: string | undefined
  endOn: string | undefined
  freeDays: string
  rentFen: number | undefined
  cycle: '1' | '3' | '6' | '12'
  depositFen: number | undefined
  riseFromYear: string
  risePercent: string
  agencyFeeFen: number | undefined
  subletAllowed: boolean
  consentPictureId: string | undefined
  fitOutOwner: z.infer<typeof FitOutOwner>
}

export const draftOf = (home: DwellingId | undefined): HeadDraft => ({
  home,
  ownerName: '',
  ownerPhone: '',
  ownerBank: '',
  ownerAccount: '',
  startOn: undefined,
  endOn: undefined,
  freeDays: '',
  rentFen: undefined,
  cycle: '3',
  depositFen: undefined,
  riseFromYear: '',
  risePercent: '',
  agencyFeeFen: undefined,
  subletAllowed: false,
  consentPictureId: undefined,
  fitOutOwner: 'owner',
})

/** A head lease that is kept, as it is typed; the owner's numbers are known here by their masks only. */
export function draftFrom(view: HeadLeaseView): HeadDraft {
  const [free] = view.freePeriods
  const months = String(view.payCycle.rentMonths)
  return {
    ...draftOf(view.dwellingIds[0]),
    ownerName: view.ownerName,
    ownerBank: view.ownerBank ?? '',
    startOn: view.startOn,
    endOn: view.endOn,
    freeDays: free?.from === view.startOn ? String(daysBetween(free.from, free.to) + 1) : '',
    rentFen: view.rentFen,
    cycle: CYCLE_MONTHS.find((each) => each === months) ?? '3',
    depositFen: view.depositFen,
    agencyFeeFen: view.agencyFeeFen,
    subletAllowed: view.subletAllowed,
    consentPictureId: view.consentPictureId,
    fitOutOwner: view.fitOutOwner,
  }
}

/** A rent that rises each year by the same part of the year before, from a year on. */
function risesOf({
  startOn,
  endOn,
  rentFen,
  riseFromYear,
  risePercent,
}: HeadDraft): { from: string; rentFen: number }[] {
  const [year, percent] = [Number(riseFromYear), Number(risePercent)]
  if (!startOn || !endOn || !rentFen || !(year >= 2) || !(percent > 0)) return []
  const rises: { from: string; rentFen: number }[] = []
  let rent = rentFen
  for (let index = year - 1; addMonths(startOn, index * 12) <= endOn && rises.length < 20; index++) {
    rent = Math.round((rent * (100 + percent)) / 100)
    rises.push({ from: addMonths(startOn, index * 12), rentFen: rent })
  }
  return rises
}

const CYCLE_MONTHS = ['1', '3', '6', '12'] as const

type Made = Omit<z.input<(typeof headLeaseRoutes)['recordHeadLease']['input']>, 'commandId' | 'headLeaseId'>

/** What is sent; undefined until everything that is needed is there. */
export function inputOf(draft: HeadDraft): Made | undefined {
  const { home, ownerName, startOn, endOn, rentFen } = draft
  if (!home || ownerName.trim().length < 2 || !startOn || !endOn || !rentFen) return undefined
  const freeDays = Number(draft.freeDays)
  const filled = (text: string) => text.trim() || undefined
  return {
    dwellingIds: [home],
    ownerName,
    ownerPhone: filled(draft.ownerPhone),
    ownerBank: filled(draft.ownerBank),
    ownerAccount: filled(draft.ownerAccount),
    startOn,
    endOn,
    rentFen,
    payCycle: {
      depositMonths: Math.min(12, Math.round(((draft.depositFen ?? 0) / rentFen) * 2) / 2),
      rentMonths: Number(draft.cycle) as Input<(typeof headLeaseRoutes)['recordHeadLease']>['payCycle']['rentMonths'],
    },
    freePeriods: freeDays > 0 ? [{ from: startOn, to: addDays(startOn, freeDays - 1) }] : [],
    rises: risesOf(draft),
    depositFen: draft.depositFen ?? 0,
    agencyFeeFen: draft.agencyFeeFen ?? 0,
    subletAllowed: draft.subletAllowed,
    ...(draft.consentPictureId && { consentPictureId: draft.consentPictureId as PictureId }),
    fitOutOwner: draft.fitOutOwner,
  }
}

type Revised = Omit<
  z.input<(typeof headLeaseRoutes)['reviseHeadLease']['input']>,
  'commandId' | 'headLeaseId' | 'version'
>

/**
 * What is sent of a head lease that is kept: what the form does not show, or what was not touched in it, stays as it was.
 * Rises stay unless new ones are typed.
 */
export function revisedOf(view: HeadLeaseView, draft: HeadDraft, reason: string): Revised | undefined {
  const input = inputOf(draft)
  if (!input || reason.trim().length < 2) return undefined
  const { dwellingIds: _homes, ...typed } = input
  const before = draftFrom(view)
  const sameDeposit = draft.depositFen === before.depositFen && draft.rentFen === before.rentFen
  const rentMonths = typed.payCycle.rentMonths
  return {
    ...typed,
    reason: reason.trim(),
    payCycle: sameDeposit && draft.cycle === before.cycle ? view.payCycle : { ...typed.payCycle, rentMonths },
    freePeriods:
      draft.freeDays === before.freeDays && draft.startOn === before.startOn ? view.freePeriods : typed.freePeriods,
    rises: (typed.rises ?? []).length > 0 ? typed.rises : view.rises,
    stubBasis: view.stubBasis,
    dueDaysBefore: view.dueDaysBefore,
    remarks: view.remarks,
    ...(view.homeRents && draft.rentFen === view.rentFen && { homeRents: view.homeRents }),
  }
}
