import { readFileSync, writeFileSync } from 'node:fs'
import type { Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import type * as z from 'zod'
import { request } from '../tests/client'
import { advertisedHome, declarations, occupantsOf, offeredLease } from '../tests/let-home'
import { type Citizen, commandId, newId, openTown, ZHANGJIANG } from '../tests/town'
import { measureBills } from './access-patterns-bills'
import { measureComplaints } from './access-patterns-complaint'
import { certifyCase, fillCase } from './access-patterns-filing'
import { measureHolder } from './access-patterns-holder'
import { measureHome } from './access-patterns-home'
import { keepBook } from './access-patterns-ledger'
import { visitMeters } from './access-patterns-meters'
import { visitRepairs } from './access-patterns-repair'
import { visitRules } from './access-patterns-rules'

export const FILE = new URL('../docs/access-patterns.md', import.meta.url)
const [BEGIN, END] = ['<!-- measured: npm run access-patterns -->', '<!-- end of measured -->']

interface Units {
  read: number
  write: number
}

/** Calls every route of the contract once where it does its work, and reads the units from the log line of the request. */
export async function measure(): Promise<Map<string, Units>> {
  const measured = new Map<string, Units>()
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = ((chunk: string) => {
    for (const line of String(chunk).split('\n')) {
      if (!line.includes('"readUnits"')) continue
      const { route, status, readUnits, writeUnits } = JSON.parse(line) as {
        route: string
        status: number
        readUnits: number
        writeUnits: number
      }
      if (status === 200) measured.set(route, { read: readUnits, write: writeUnits })
    }
    return true
  }) as typeof process.stdout.write
  const town = await openTown()
  try {
    const holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const tenant = await town.join()
    const clerk = await town.join({ hats: [{ role: 'clerk', region: ZHANGJIANG }, { role: 'operator_admin' }] })
    const go = async <R extends Route>(who: Citizen | undefined, route: R, input: z.input<R['input']>) =>
      (await (who ? who.call(route, input) : request(town.base, route, input))).value
    const ids = await offeredLease(holder, tenant, await advertisedHome(holder))
    for (let more = 0; more < 24; more++) await advertisedHome(holder)
    const { leaseId, listingId, dwellingId, requestId } = ids
    await measureHolder(town, holder, go)
    const terms = {
      startOn: '2026-12-01',
      endOn: '2027-11-30',
      rentFen: 320_000,
      payCycle: { depositMonths: 1, rentMonths: 3 as const },
      deposit: { amountFen: 320_000, returnDays: 7, deductionGrounds: ['欠付租金'] },
    }
    await go(holder, leaseRoutes.reviseLease, { commandId: commandId(), leaseId, version: 1, ...terms })
    await go(tenant, leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 2 })
    await go(holder, leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 3 })
    const filingId = newId('fil', ZHANGJIANG)
    const occupants = occupantsOf(tenant)
    await go(tenant, filingRoutes.checkFiling, { leaseId, occupants })
    await go(tenant, filingRoutes.submitFiling, { commandId: commandId(), leaseId, filingId, occupants, declarations })
    await go(clerk, filingRoutes.takeFiling, { commandId: commandId(), filingId, version: 1 })
    await go(clerk, filingRoutes.returnFiling, {
      commandId: commandId(),
      filingId,
      version: 2,
      reasons: [{ code: 'ID' }],
    })
    await go(tenant, filingRoutes.resubmitFiling, {
      commandId: commandId(),
      filingId,
      version: 3,
      occupants,
      declarations,
    })
    await go(clerk, filingRoutes.rejectFiling, {
      commandId: commandId(),
      filingId,
      version: 4,
      reasons: [{ code: 'ID' }],
    })
    const second = newId('fil', ZHANGJIANG)
    await go(tenant, filingRoutes.submitFiling, {
      commandId: commandId(),
      leaseId,
      filingId: second,
      occupants,
      declarations,
    })
    await go(tenant, filingRoutes.withdrawFiling, { commandId: commandId(), filingId: second, version: 1 })
    await fillCase(go, { holder, tenant, leaseId })
    const third = newId('fil', ZHANGJIANG)
    await go(tenant, filingRoutes.submitFiling, {
      commandId: commandId(),
      leaseId,
      filingId: third,
      occupants,
      declarations,
    })
    await go(clerk, filingRoutes.listQueue, { regionCode: ZHANGJIANG })
    await visitRules(town, third)
    await go(clerk, filingRoutes.takeFiling, { commandId: commandId(), filingId: third, version: 3 })
    await go(clerk, filingRoutes.approveFiling, { commandId: commandId(), filingId: third, version: 4 })
    await certifyCase(go, { clerk, tenant, filingId: third })
    await go(tenant, filingRoutes.readFiling, { filingId: third })
    await go(tenant, filingRoutes.listMyFilings, {})
    await keepBook(go, holder, { dwellingId })
    await measureBills(town, go, { holder, tenant, leaseId })
    await measureComplaints(town, go, { holder, tenant, leaseId })
    await go(holder, dwellingRoutes.readBoard, { dwellingId })
    const home = await go(holder, dwellingRoutes.readDwelling, { dwellingId })
    const {
      id: _id,
      holderId: _holder,
      addressText: _text,
      version,
      createdAt: _created,
      revisedAt: _revised,
      ...facts
    } = home
    await go(holder, dwellingRoutes.reviseDwelling, { commandId: commandId(), dwellingId, version, ...facts })
    await go(holder, dwellingRoutes.listDwellings, {})
    await measureHome(town, go, holder, { dwellingId, leaseId })
    await go(undefined, listingRoutes.searchListings, { region: ZHANGJIANG })
    const other = await advertisedHome(holder)
    await go(undefined, listingRoutes.readListing, { listingId: other.listingId })
    const asked = [newId('ask', ZHANGJIANG), newId('ask', ZHANGJIANG)] as const
    const wish = { listingId: other.listingId, moveInOn: '2026-12-01', months: 12, persons: 1 }
    await go(tenant, leaseRoutes.requestRental, { commandId: commandId(), requestId: asked[0], ...wish })
    await go(tenant, leaseRoutes.withdrawRequest, { commandId: commandId(), requestId: asked[0], version: 1 })
    await go(tenant, leaseRoutes.requestRental, { commandId: commandId(), requestId: asked[1], ...wish })
    await go(holder, leaseRoutes.declineRequest, { commandId: commandId(), requestId: asked[1], version: 1 })
    await go(holder, leaseRoutes.readRequest, { requestId })
    await go(holder, leaseRoutes.listRequests, { side: 'received' })
    for (const end of [leaseRoutes.declineLease, leaseRoutes.withdrawLease]) {
      const offered = await offeredLease(holder, tenant, await advertisedHome(holder))
      await go(end === leaseRoutes.declineLease ? tenant : holder, end, {
        commandId: commandId(),
        leaseId: offered.leaseId,
        version: 1,
      })
    }
    await go(holder, leaseRoutes.readLease, { leaseId })
    await go(holder, leaseRoutes.listLeases, { side: 'lessor' })
    await go(holder, listingRoutes.listMyListings, {})
    await go(holder, listingRoutes.withdrawListing, { commandId: commandId(), listingId: other.listingId, version: 1 })
    void listingId
    await visitMeters(holder, dwellingId)
    await visitRepairs(town, holder, tenant, { dwellingId, leaseId })
    await go(tenant, noticeRoutes.listNotices, {})
    await go(tenant, noticeRoutes.markNoticesSeen, { until: new Date().toISOString() })
    await go(undefined, routes.readHealth, {})
    await go(undefined, routes.listRegions, { parent: '310115' })
    const leaver = await town.join()
    await go(clerk, personRoutes.grantHat, {
      commandId: commandId(),
      userId: leaver.id,
      hat: { role: 'clerk', region: ZHANGJIANG },
    })
    await go(clerk, personRoutes.revokeHat, {
      commandId: commandId(),
      userId: leaver.id,
      hat: { role: 'clerk', region: ZHANGJIANG },
    })
    const me = await go(leaver, personRoutes.readMe, {})
    await go(leaver, personRoutes.bindPhone, {
      commandId: commandId(),
      version: me.version,
      code: town.wechat.phoneCode('13900000099'),
    })
    await go(leaver, personRoutes.putOnHat, { commandId: commandId(), version: me.version + 1, role: 'landlord' })
    await go(leaver, personRoutes.takeOffHat, { commandId: commandId(), version: me.version + 2, role: 'landlord' })
    await go(leaver, personRoutes.closeAccount, { commandId: commandId(), version: me.version + 3 })
    await go(tenant, personRoutes.logOut, {})
  } finally {
    await town.close()
    process.stdout.write = write
  }
  return measured
}

export function tableOf(measured: Map<string, Units>): string {
  const lines = Object.entries(routes as Record<string, Route>).map(([name, route]) => {
    const units = measured.get(name)
    return `| \`${name}\` | ${route.summary} | ${units?.read ?? '?'} | ${units?.write ?? '?'} |`
  })
  return ['| route | 中文 | read units | write units |', '|---|---|---:|---:|', ...lines].join('\n')
}

export const splice = (document: string, table: string): string =>
  `${document.slice(0, document.indexOf(BEGIN) + BEGIN.length)}\n\n${table}\n\n${document.slice(document.indexOf(END))}`

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(FILE, splice(readFileSync(FILE, 'utf8'), tableOf(await measure())))
  console.log('docs/access-patterns.md written')
}
