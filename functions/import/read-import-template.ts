import type { importFileRoutes } from '@anju/shared/import/import.routes'
import { type Column, SHEETS, type SheetPlan } from '@anju/shared/import/sheets'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { UseCase } from '../http/use-case'

const WIDTH = 16
const HOW = [
  '1. 在“房屋”“房间”“租客与租约”“期初余额”四张表里填写，带 * 的列必填；不用的行和表留空。',
  '2. 房屋编号是您自己起的短名，例如 H1，四张表用它对应同一套房。',
  '3. 每张表的第 2 行是例子，填写前请删掉。',
  '4. 选好文件后先试读，不写入；每一处要改的地方都会指出在哪张表、第几行、哪一列。',
  '5. 再次导入同一份表格不会重复：已有的房屋、租约和余额保持不变。',
]

const bold = (value: string) => ({ value, fontWeight: 'bold' as const })
const head = ({ name, required }: Column) => bold(required ? `${name}*` : name)

function filled({ columns }: SheetPlan): SheetData {
  return [columns.map(head), columns.map(({ sample }) => (sample ? { value: sample, type: String } : null))]
}

const explained: SheetData = [
  ...HOW.map((line) => [{ value: line }]),
  [],
  [bold('表'), bold('列'), bold('必填'), bold('怎么填')],
  ...Object.values(SHEETS).flatMap(({ name, columns }: SheetPlan) =>
    columns.map((column) => [
      { value: name },
      { value: column.name },
      { value: column.required ? '是' : '' },
      { value: column.about },
    ]),
  ),
]

/** 导入模板, made from what the reader reads. */
export const readImportTemplate: UseCase<typeof importFileRoutes.readImportTemplate> = async () => {
  const sheets = Object.values(SHEETS).map((plan: SheetPlan) => ({
    sheet: plan.name,
    data: filled(plan),
    columns: plan.columns.map(() => ({ width: WIDTH })),
    stickyRowsCount: 1,
  }))
  const about = { sheet: '说明', data: explained, columns: [14, 14, 8, 60].map((width) => ({ width })) }
  return { fileName: '安居导入模板.xlsx', bytes: await writeXlsxFile([about, ...sheets]).toBuffer() }
}
