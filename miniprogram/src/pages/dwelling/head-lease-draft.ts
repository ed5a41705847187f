import type { Input } from '@anju/shared/contract/route'
import { addDays, addMonths } from '@anju/shared/day'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
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
