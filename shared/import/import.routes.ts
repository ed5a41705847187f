import * as z from 'zod'
import { declare, FileAnswer, XLSX } from '../contract/route'
import { APPOINTING } from '../person/role'
import { Fault, ImportRows, ImportSlice, MOST_FILE_BYTES, RowOutcome } from './import'

/** Answered by the API: what is written. */
export const importRoutes = declare({
  importRows: {
    method: 'POST',
    path: '/me/import',
    summary: '从表格导入：写入一批',
    access: APPOINTING,
    input: ImportSlice,
    output: z.object({
      homes: z.array(RowOutcome),
      leases: z.array(RowOutcome),
      openings: z.array(RowOutcome),
    }),
  },
})

/** Answered by the documents function: spreadsheets. */
export const importFileRoutes = declare({
  readImportTemplate: {
    method: 'GET',
    path: '/documents/import/template',
    summary: '导入模板（xlsx）',
    access: APPOINTING,
    input: z.object({}),
    output: FileAnswer,
    produces: XLSX,
  },
  readImportFile: {
    method: 'POST',
    path: '/documents/import/read',
    summary: '试读要导入的表格，不写入',
    access: APPOINTING,
    input: z.object({
      fileBase64: z
        .string()
        .max(Math.ceil(MOST_FILE_BYTES / 3) * 4, '表格过大，请分几次导入')
        .regex(/^[A-Za-z0-9+/]+={0,2}$/, '不是有效的文件，请重新选择')
        .meta({ description: 'an xlsx of at most 180 KB in base64' }),
    }),
    output: ImportRows.extend({ faults: z.array(Fault) }),
    refusals: ['import.not_readable', 'import.too_large'],
  },
})
