import type { DwellingFacts } from '@anju/shared/dwelling/dwelling'
import type * as z from 'zod'
import { ZHANGJIANG } from './cast'

type Facts = z.input<typeof DwellingFacts>
const bedroom = (roomNo: string, usableAreaSquareMetres: number) => ({
  roomNo,
  originalUse: 'bedroom' as const,
  usableAreaSquareMetres,
})
const other = (
  roomNo: string,
  originalUse: 'living_room' | 'kitchen' | 'bathroom' | 'balcony',
  usableAreaSquareMetres: number,
) => ({
  roomNo,
  originalUse,
  usableAreaSquareMetres,
})

const home = (
  holder: 'chen' | 'wang',
  communityName: string,
  committee: string,
  [road, lane, number, room]: [string, string, string, string],
  buildingAreaSquareMetres: number,
  rooms: Facts['rooms'],
  extra: Partial<Facts> = {},
): { holder: 'chen' | 'wang'; facts: Facts } => ({
  holder,
  facts: {
    address: { townCode: ZHANGJIANG, committeeCode: `${ZHANGJIANG}${committee}`, road, lane, number, room },
    communityName,
    certificateBedrooms: rooms.filter((each) => each.originalUse === 'bedroom').length,
    buildingAreaSquareMetres,
    rooms,
    ...extra,
  },
})

/** The homes of the demo town: invented communities on real roads. */
export const HOMES = [
  home(
    'chen',
    '听潮苑',
    '001',
    ['藿香路', '123弄', '5号', '602室'],
    88.5,
    [
      bedroom('A', 14.2),
      bedroom('B', 11.6),
      other('客厅', 'living_room', 18),
      other('厨房', 'kitchen', 5.5),
      other('卫生间', 'bathroom', 4.2),
    ],
    {
      titleNo: '沪(2020)浦字不动产权第012345号',
    },
  ),
  home('chen', '听潮苑', '001', ['藿香路', '123弄', '11号', '301室'], 112, [
    bedroom('A', 16.4),
    bedroom('B', 12.8),
    bedroom('C', 9.8),
    other('客厅', 'living_room', 21),
    other('厨房', 'kitchen', 6),
    other('卫生间', 'bathroom', 4.5),
  ]),
  home('chen', '青桐里', '002', ['益江路', '456弄', '8号', '1102室'], 95.3, [
    bedroom('A', 15.1),
    bedroom('B', 10.4),
    other('客厅', 'living_room', 17.5),
    other('厨房', 'kitchen', 5),
    other('卫生间', 'bathroom', 4),
  ]),
  home('chen', '青桐里', '002', ['益江路', '456弄', '23号', '201室'], 52.6, [
    bedroom('A', 13.5),
    other('客厅', 'living_room', 12),
    other('厨房', 'kitchen', 4.2),
    other('卫生间', 'bathroom', 3.6),
  ]),
  home('chen', '云栖小区', '002', ['紫薇路', '77弄', '2号', '504室'], 128.7, [
    bedroom('A', 18.2),
    bedroom('B', 14.6),
    bedroom('C', 11.3),
    other('客厅', 'living_room', 24),
    other('厨房', 'kitchen', 7),
    other('主卫', 'bathroom', 5),
    other('次卫', 'bathroom', 3.8),
  ]),
  home(
    'chen',
    '科创青年公寓',
    '001',
    ['祖冲之路', '900弄', '1号', '806室'],
    64,
    [{ ...bedroom('A', 24), beds: ['1', '2', '3', '4'].map((bedNo) => ({ bedNo })) }, other('卫生间', 'bathroom', 4)],
    {
      propertyKind: 'dormitory',
    },
  ),
  home(
    'wang',
    '玉兰新村',
    '002',
    ['香楠路', '318弄', '15号', '403室'],
    76.2,
    [
      bedroom('主卧', 15.8),
      bedroom('次卧', 10.2),
      other('客厅', 'living_room', 14),
      other('厨房', 'kitchen', 4.8),
      other('卫生间', 'bathroom', 3.9),
    ],
    {
      titleNo: '沪(2018)浦字不动产权第067890号',
    },
  ),
]
