import type { UnitKind } from '@anju/shared/dwelling/dwelling'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { type Citizen, commandId, newId } from '../town.ts'
import type { Device } from './device.ts'

/** A home with bedrooms of 14.2 ㎡, A and on, of which one part is advertised. */
export interface Advert {
  townCode: string
  number: string
  bedrooms: number
  kind: Exclude<UnitKind, 'bed'>
  title: string
  rentFen: number
}

/** Puts a home on the market through the API, so that there is something to choose from. */
export async function putOnMarket(holder: Citizen, advert: Advert): Promise<void> {
  const { townCode, number, bedrooms, kind, title, rentFen } = advert
  const dwellingId = newId('dwl', townCode)
  const home = await holder.call(dwellingRoutes.registerDwelling, {
    commandId: commandId(),
    dwellingId,
    address: { townCode, road: '益江路', lane: '456弄', number, room: '201室' },
    communityName: '青桐里',
    certificateBedrooms: bedrooms,
    buildingAreaSquareMetres: 76.5,
    rooms: [...'ABC'].slice(0, bedrooms).map((roomNo) => ({
      roomNo,
      originalUse: 'bedroom' as const,
      usableAreaSquareMetres: 14.2,
    })),
  })
  void home.value
  const listing = await holder.call(listingRoutes.publishListing, {
    commandId: commandId(),
    dwellingId,
    listingId: newId('lst', townCode),
    unit: kind === 'whole' ? { kind } : { kind, roomNo: 'A' },
    title,
    rentFen,
    payCycle: { depositMonths: 1, rentMonths: 3 },
  })
  void listing.value
}

/** Back from wherever the person is, to a tab of the bottom bar. */
export async function goToTab(device: Device, name: string): Promise<void> {
  while ((await device.tabs()).length === 0) await device.back()
  await device.tab(name)
}

/** From 我的 through WeChat's silent login. */
export async function logIn(device: Device): Promise<void> {
  await device.tab('我的')
  await device.tap('登录')
  await device.tap('微信登录')
  await device.waitForText('当前身份')
}

/** The form 实名信息 on screen, filled in and saved. */
export async function tellIdentity(device: Device, name: string, number: string): Promise<void> {
  await device.waitForText('为什么要填')
  await device.fill('姓名', name)
  await device.pick('证件类型', '居民身份证')
  await device.fill('证件号码', number)
  await device.tap('我同意为签约和备案处理我的证件号码')
  await device.tap('保存')
  await device.waitForText('已保存')
}
