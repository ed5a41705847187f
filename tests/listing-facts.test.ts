import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { floorBandOf } from '@anju/shared/listing/listing'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

describe('what an advert says of its home', () => {
  let town: Town
  let holder: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
  })
  afterAll(() => town.close())

  const register = (floors?: { floor: number; of: number; lift: boolean }) => {
    const dwellingId = newId('dwl', ZHANGJIANG)
    return holder.call(dwellingRoutes.registerDwelling, {
      commandId: commandId(),
      dwellingId,
      address: {
        townCode: ZHANGJIANG,
        road: '祖冲之路',
        lane: '900弄',
        number: `${Math.abs(floors?.floor ?? 0) + 1}号`,
        room: `${floors?.of ?? 1}02室`,
      },
      communityName: '科创青年公寓',
      propertyKind: 'dormitory',
      certificateBedrooms: 1,
      rooms: [
        {
          roomNo: 'A',
          originalUse: 'bedroom',
          usableAreaSquareMetres: 25,
          beds: ['1', '2', '3', '4'].map((bedNo) => ({ bedNo })),
        },
      ],
      ...(floors && { floors }),
    })
  }
  const advertise = (dwellingId: Awaited<ReturnType<typeof register>>['value']['id'], unit: object) =>
    holder.call(listingRoutes.publishListing, {
      commandId: commandId(),
      dwellingId,
      listingId: newId('lst', ZHANGJIANG),
      unit: unit as never,
      title: '青年公寓床位',
      rentFen: 110_000,
      payCycle: { depositMonths: 1, rentMonths: 1 },
    })

  it('tells a bed by its share of the room, and who else sleeps there', async () => {
    const { id } = (await register({ floor: 8, of: 11, lift: true })).value
    const advert = (await advertise(id, { kind: 'bed', roomNo: 'A', bedNo: '1' })).value
    expect(advert).toMatchObject({
      areaSquareMetres: 6.25,
      sharedRoom: { areaSquareMetres: 25, persons: 4 },
      floor: 8,
      totalFloors: 11,
      hasLift: true,
      floorBand: 'high',
    })
  })

  it('says nothing of floors that nobody stated, and refuses floors that cannot be', async () => {
    const { id } = (await register()).value
    const advert = (await advertise(id, { kind: 'room', roomNo: 'A' })).value
    expect([advert.floor, advert.floorBand, advert.hasLift, advert.sharedRoom]).toEqual(Array(4).fill(undefined))
    expect(advert.areaSquareMetres).toBe(25)
    for (const floors of [
      { floor: 12, of: 11, lift: true },
      { floor: 0, of: 11, lift: true },
    ])
      expect((await register(floors)).error.fields?.[0]?.path).toBe('floors.floor')
  })

  it('calls thirds of the house low, middle and high', () => {
    expect([-1, 1, 6, 7, 12, 13, 18].map((floor) => floorBandOf({ floor, of: 18 }))).toEqual([
      'basement',
      'low',
      'low',
      'middle',
      'middle',
      'high',
      'high',
    ])
  })
})
