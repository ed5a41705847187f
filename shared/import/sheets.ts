import { ROOM_USE_NAMES, type RoomUse } from '../dwelling/dwelling'
import { ACCOUNTS } from '../ledger/accounts'
import { OPENING_ACCOUNTS } from '../ledger/recipes'

export type Kind = 'text' | 'count' | 'area' | 'money' | 'day' | 'choice'
export interface Column {
  /** Field of the row. */
  field: string
  name: string
  kind: Kind
  required?: boolean
  choices?: Record<string, string | number>
  about: string
  sample: string
}
export interface SheetPlan {
  name: string
  columns: readonly Column[]
}

const column = (
  field: string,
  name: string,
  kind: Kind,
  about: string,
  sample: string,
  more: Partial<Column> = {},
): Column => ({ field, name, kind, about, sample, ...more })
const required = { required: true }

const ROOM_USES = Object.fromEntries(
  (Object.entries(ROOM_USE_NAMES) as [RoomUse, string][]).flatMap(([use, name]) =>
    [name, ...(use === 'living_room' ? ['起居室', '客厅'] : [])].map((each) => [each, use]),
  ),
)
const OPENINGS = Object.fromEntries(OPENING_ACCOUNTS.map((account) => [ACCOUNTS[account].name, account]))
const CYCLES = { 一次付清: 0, '1': 1, '2': 2, '3': 3, '6': 6, '12': 12 }

/** The spreadsheet of an import: the template is made from it, and a filled-in one is read by it. */
export const SHEETS = {
  homes: {
    name: '房屋',
    columns: [
      column('homeKey', '房屋编号', 'text', '您自己起的短名，其他表用它指这套房', 'H1', required),
      column('townCode', '街镇代码', 'text', '9 位，例如张江镇 310115125', '310115125', required),
      column('road', '路', 'text', '路名', '藿香路', required),
      column('lane', '弄', 'text', '没有就留空', '123弄'),
      column('number', '号', 'text', '门牌号', '5号', required),
      column('room', '室', 'text', '室号', '602室', required),
      column('communityName', '小区', 'text', '小区名称', '听潮苑', required),
      column('propertyKind', '类型', 'choice', '住宅或宿舍型项目', '住宅', {
        choices: { 住宅: 'residential', 宿舍: 'dormitory' },
      }),
      column('certificateBedrooms', '产证居室数', 'count', '产证户型图上的居室数', '2', required),
      column('titleNo', '产证号', 'text', '不动产权证号，可留空', ''),
    ],
  },
  rooms: {
    name: '房间',
    columns: [
      column('homeKey', '房屋编号', 'text', '与“房屋”表一致', 'H1', required),
      column('roomNo', '房间号', 'text', '例如 A、主卧', 'A', required),
      column('originalUse', '原始用途', 'choice', Object.values(ROOM_USE_NAMES).join('、'), '卧室', {
        required: true,
        choices: ROOM_USES,
      }),
      column('usableAreaSquareMetres', '使用面积', 'area', '平方米，没量过就留空', '14.2'),
      column('beds', '床位号', 'text', '只有宿舍型项目填，用顿号隔开', ''),
    ],
  },
  leases: {
    name: '租客与租约',
    columns: [
      column('homeKey', '房屋编号', 'text', '与“房屋”表一致', 'H1', required),
      column('roomNo', '房间号', 'text', '整套出租就留空', 'A'),
      column('bedNo', '床位号', 'text', '按床位出租才填', ''),
      column('lesseeName', '租客姓名', 'text', '合同上的姓名', '周晓雯', required),
      column('lesseePhone', '手机号', 'text', '可留空；加密保存', '13800000001'),
      column('startOn', '起租日', 'day', '例如 2026-03-10', '2026-03-10', required),
      column('endOn', '到期日', 'day', '租期最后一天', '2027-03-09', required),
      column('rentFen', '月租金', 'money', '元', '3000', required),
      column('depositFen', '押金', 'money', '现在手里的押金，元；没有填 0', '3000', required),
      column('rentMonths', '几个月一付', 'choice', '1、2、3、6、12 或“一次付清”', '3', {
        required: true,
        choices: CYCLES,
      }),
      column('paidThrough', '租金已付至', 'day', '已付租金的最后一天；一分没付就留空', '2026-12-09'),
    ],
  },
  openings: {
    name: '期初余额',
    columns: [
      column('account', '科目', 'choice', Object.keys(OPENINGS).join('、'), '现金及存款', {
        required: true,
        choices: OPENINGS,
      }),
      column('amountFen', '余额', 'money', '元；押金由租约表带入，不要重复填', '20000', required),
      column('on', '截至日期', 'day', '开始用本账本的前一天', '2026-11-30', required),
      column('note', '备注', 'text', '可留空', ''),
    ],
  },
} as const satisfies Record<string, SheetPlan>
export type SheetName = keyof typeof SHEETS
