import { certificateRoutes } from '@anju/shared/filing/certificate.routes'
import type { FilingId } from '@anju/shared/id'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedFiling } from './filed'
import { type Citizen, commandId, openTown, type Town, ZHANGJIANG } from './town'

const NUMBER = '沪浦房租备2026000123'

describe('the result of a filing', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let clerk: Citizen
  let filingId: FilingId
  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-20T02:00:00.000Z')
    holder = await town.join({ hats: [{ role: 'landlord' }], name: '陈国强' })
    tenant = await town.join({ name: '周明' })
    clerk = await town.join({ hats: [{ role: 'clerk', region: ZHANGJIANG }] })
    filingId = (await approvedFiling({ holder, tenant, clerk })).filingId
  })
  afterAll(() => town.close())
  const certify = (officialNo: string, version = 3, who = clerk) =>
    who.call(certificateRoutes.certifyFiling, { commandId: commandId(), filingId, version, officialNo })

  it('the official number is typed in by a clerk, once, as it stands', async () => {
    expect((await certify('证')).error).toMatchObject({ code: 'request.invalid', fields: [{ path: 'officialNo' }] })
    expect((await certify(NUMBER, 3, holder)).error.code).toBe('access.role')
    expect((await certify(NUMBER, 2)).error.code).toBe('request.changed')
    expect((await certify(` ${NUMBER} `)).value).toMatchObject({ status: 'certified', officialNo: NUMBER, version: 4 })
    expect((await certify('另一个号码0001', 4)).error.code).toBe('filing.not_now')
  })
})
