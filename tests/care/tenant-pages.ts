import { PERSONAS } from '../../tools/demo/cast.ts'
import type { Visit } from '../web/visits.ts'

/** WeChat's own sizes of text from the usual to the largest. */
export const SCALES = [1, 1.25, 1.5, 1.75]

/** Pages that no tenant opens, by the start of their path. Every other page of the app counts as one of the tenant's. */
const OF_OTHERS = [
  'pages/listing/publish',
  'pages/listing/mine',
  'pages/dwelling/',
  'pages/person/staff',
  'pages/filing/review',
  'pages/lease/draw-up',
  'pages/bill/add',
  'pages/payment/merchant',
  'pages/payment/differences',
  'pages/ledger/',
  'pages/meter/',
  'pages/business/profile',
  'pages/business/staff',
  'pages/business/import',
  'pages/business/export',
]

const isTenant = (key: string | undefined) =>
  key === undefined || PERSONAS.some((each) => each.key === key && each.hats.every(({ role }) => role === 'tenant'))

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

/** Every page of app.config.ts. */
export async function pagesOfApp(): Promise<string[]> {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  const source = new URL('../../miniprogram/src/app.config.ts', import.meta.url).href
  const { pages, subPackages } = ((await import(source)) as { default: AppConfig }).default
  return [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
}

/**
 * The visits to the tenant's pages: as tenants and guests make them, and where there is none as whoever does, so that
 * a new page is looked at before anybody thinks of it.
 */
export async function tenantVisits(visits: Visit[]): Promise<Visit[]> {
  const pages = (await pagesOfApp()).filter((page) => !OF_OTHERS.some((start) => page.startsWith(start)))
  return pages.flatMap((page) => {
    const made = visits.filter((visit) => visit.page === page)
    const own = made.filter(({ as }) => isTenant(as))
    return own.length > 0 ? own : made
  })
}
