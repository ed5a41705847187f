import type { Hat } from '@anju/shared/person/person'

/** The people of the demo town; made up, as are their numbers. */
export interface Persona {
  key: string
  name: string
  /** What the switcher says of them. */
  about: string
  hats: Hat[]
  identityNumber: string
  phone: string
}

export const ZHANGJIANG = '310115125'
const TANG = '310115114'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** A formally right citizen number: 17 digits and the check digit of GB 11643. */
export const citizenNumber = (first17: string): string =>
  first17 +
  '10X98765432'[[...first17].reduce((sum, digit, index) => sum + Number(digit) * (WEIGHTS[index] as number), 0) % 11]

const person = (key: string, name: string, about: string, hats: Hat[], first17: string, phone: string): Persona => ({
  key,
  name,
  about,
  hats,
  identityNumber: citizenNumber(first17),
  phone,
})

export const PERSONAS: Persona[] = [
  person('zhou', '周晓雯', '租客 · 带孩子，已备案', [{ role: 'tenant' }], '34010319920816002', '13900000001'),
  person('li', '李建国', '租客 · 备案被退回，待补正', [{ role: 'tenant' }], '41020219880305103', '13900000002'),
  person('sun', '孙宁', '租客 · 正在找房', [{ role: 'tenant' }], '33010219980722006', '13900000003'),
  person(
    'chen',
    '陈海生',
    '二房东 · 管理七处房屋',
    [{ role: 'tenant' }, { role: 'sublandlord' }],
    '31011519791103001',
    '13900000004',
  ),
  person(
    'wang',
    '王秀兰',
    '房东 · 出租自家一套',
    [{ role: 'tenant' }, { role: 'landlord' }],
    '31011519560410002',
    '13900000005',
  ),
  person(
    'wu',
    '吴敏',
    '张江镇社区工作人员',
    [{ role: 'tenant' }, { role: 'clerk', region: ZHANGJIANG }],
    '31011519900214004',
    '13900000006',
  ),
  person(
    'tang',
    '唐静',
    '唐镇社区工作人员',
    [{ role: 'tenant' }, { role: 'clerk', region: TANG }],
    '31011519930919008',
    '13900000007',
  ),
  person(
    'gu',
    '顾志强',
    '张江镇管理员',
    [{ role: 'tenant' }, { role: 'town_officer', region: ZHANGJIANG }],
    '31011519750628003',
    '13900000008',
  ),
  person(
    'shen',
    '沈立',
    '浦东新区管理员',
    [{ role: 'tenant' }, { role: 'district_officer', region: '310115' }],
    '31011519721215005',
    '13900000009',
  ),
  person(
    'xu',
    '徐文',
    '审计员 · 上海',
    [{ role: 'tenant' }, { role: 'auditor', region: '31' }],
    '31010119810130007',
    '13900000010',
  ),
  person(
    'admin',
    '高远',
    '平台管理员',
    [{ role: 'tenant' }, { role: 'operator_admin' }],
    '31010119850607009',
    '13900000011',
  ),
  person(
    'mingda',
    '宁明达',
    '业主 · 房屋交给陈海生转租',
    [{ role: 'tenant' }, { role: 'owner' }],
    '31011519630518001',
    '13900000077',
  ),
]

/** Tenants who fill the homes but are no personas of the switcher. */
export const NEIGHBOURS: Persona[] = [
  ['赵琳', '32010219951012003'],
  ['钱伟', '42010219910405005'],
  ['冯洁', '36010219970818004'],
  ['褚亮', '37010219890226001'],
  ['卫东', '35010219940707007'],
  ['蒋怡', '51010719960121006'],
  ['韩冰', '61010219930514002'],
  ['杨帆', '43010219990330008'],
].map(([name, first17], index) =>
  person(
    `neighbour-${index}`,
    name as string,
    '租客',
    [{ role: 'tenant' }],
    first17 as string,
    `139000000${20 + index}`,
  ),
)
