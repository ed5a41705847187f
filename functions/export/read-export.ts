import type { exportRoutes } from '@anju/shared/export/export.routes'
import type { Context, UseCase } from '../http/use-case'
import { Archive } from './archive'
import { writeBase } from './write-base'
import { writeYear } from './write-year'

export const BASE_FILES = ['business', 'homes', 'leases', 'staff', 'pictures'] as const
export const YEAR_FILES = ['bills', 'entries', 'notices'] as const

export type Exporting = Pick<Context<typeof exportRoutes.readExport>, 'actor' | 'now' | 'store'>

const ABOUT = `这是您在“安居”中的资料。每份清单有两种格式：JSON 一项不少，CSV 用表格软件打开。
金额以分为单位，100 分为 1 元；CSV 里以元为单位。日期是北京时间，带 Z 的时刻是世界时。
证件号码和手机号是加密保存的，这里只有遮住后的样子。
business 经营主体　homes 房屋　leases 租约　staff 员工　pictures 图片清单
bills 账单（按应付日）　entries 分录（按发生日）　notices 消息
`

/** 导出全部, one part of it: what the holder reads through the API, and nothing else. */
export const readExport: UseCase<typeof exportRoutes.readExport> = async ({ part }, context) => {
  const archive = new Archive(context.now)
  archive.text('说明.txt', ABOUT)
  if (part === 'base') await writeBase(archive, context)
  else await writeYear(archive, context, part)
  return { fileName: `安居导出-${part === 'base' ? '基础资料' : part}.zip`, bytes: archive.bytes() }
}
