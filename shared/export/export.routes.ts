import * as z from 'zod'
import { declare, FileAnswer, ZIP } from '../contract/route'
import { APPOINTING } from '../person/role'

/** `base`: what there is; a year or a month: what happened in it. */
export const ExportPart = z
  .string()
  .regex(/^(?:base|20\d{2}(?:-(?:0[1-9]|1[0-2]))?)$/, '应为 base、年份或月份')
  .meta({ description: 'base, 2026 or 2026-11' })

/** 导出全部. Answered by the documents function; an answer of a function holds 6 MB, so the whole comes in parts. */
export const exportRoutes = declare({
  listExportParts: {
    method: 'GET',
    path: '/documents/export',
    summary: '导出全部：有哪些部分',
    access: APPOINTING,
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ part: ExportPart, name: z.string(), files: z.array(z.string()) })) }),
  },
  readExport: {
    method: 'GET',
    path: '/documents/export/{part}',
    summary: '导出全部：一个部分（zip，内有 JSON 和 CSV）',
    access: APPOINTING,
    input: z.object({ part: ExportPart }),
    output: FileAnswer,
    produces: ZIP,
    refusals: ['export.too_large'],
  },
})
