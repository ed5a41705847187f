import type * as z from 'zod'
import { addDays, type Day } from '../day'
import { checkRooms, hasUnit, type Unit, unitName, unitsOverlap } from '../dwelling/dwelling'
import { DomainError, sentenceOf } from '../errors'
import { periodsOf } from '../lease/schedule'
import { type Fault, ImportHome, ImportLease, ImportOpening, type ImportRows } from './import'
import { paperTerms } from './paper'
import { type CellValue, readCell } from './read-cell'
import { type Column, SHEETS, type SheetName } from './sheets'

/** A sheet of the workbook: its lines, the first of which names the columns. */
export type Lines = readonly (readonly CellValue[])[]
export type Workbook = Partial<Record<SheetName, Lines>>

interface Line {
  sheet: SheetName
  row: number
  fields: Record<string, unknown>
}

const isEmpty = (line: readonly CellValue[]) => line.every((cell) => cell === null || cell === undefined || cell === '')
/** 期初余额* and 期初余额 are the same column. */
const headOf = (cell: CellValue) => String(cell ?? '').replace(/[*＊\s]/g, '')

/** The lines of one sheet as fields of its columns, and what cannot be read. */
function linesOf(sheet: SheetName, lines: Lines | undefined, faults: Fault[]): Line[] {
  const { name, columns }: { name: string; columns: readonly Column[] } = SHEETS[sheet]
  if (!lines || lines.length === 0) return []
  const heads = (lines[0] ?? []).map(headOf)
  const missing = columns.filter((column) => column.required && !heads.includes(column.name))
  for (const column of missing)
    faults.push({ sheet: name, row: 1, column: column.name, message: '缺少这一列，请用模板填写' })
  if (missing.length > 0) return []
  return lines.slice(1).flatMap((cells, index) => {
    if (isEmpty(cells)) return []
    const row = index + 2
    const fields: Record<string, unknown> = {}
    for (const column of columns) {
      const at = heads.indexOf(column.name)
      const read = readCell(column, at < 0 ? undefined : cells[at])
      if ('message' in read) faults.push({ sheet: name, row, column: column.name, message: read.message })
      else if (read.value !== undefined) fields[column.field] = read.value
    }
    return [{ sheet, row, fields }]
  })
}

/** A line as what it says; what it may not say becomes faults, each at the column that holds it. */
function parse<T extends z.ZodType>(type: T, input: unknown, line: Line, faults: Fault[]): z.output<T> | undefined {
  const parsed = type.safeParse(input)
  if (parsed.success) return parsed.data
  const { name, columns }: { name: string; columns: readonly Column[] } = SHEETS[line.sheet]
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).find((part) => columns.some((column) => column.field === part))
    const column = columns.find((each) => each.field === field)?.name ?? ''
    // What a required cell lacks was told when it was read.
    if (faults.some((fault) => fault.sheet === name && fault.row === line.row && fault.column === column)) continue
    const message = /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '格式或取值不正确，请核对'
    faults.push({ sheet: name, row: line.row, column, message })
  }
  return undefined
}

const unitOf = ({ roomNo, bedNo }: Record<string, unknown>): unknown =>
  roomNo === undefined
    ? { kind: 'whole' }
    : bedNo === undefined
      ? { kind: 'room', roomNo }
      : { kind: 'bed', roomNo, bedNo }

/** Whether the rent may be paid until this day: the last one of some period, or before the term. */
const endsPeriod = (lease: ImportLease, day: Day): boolean =>
  day === addDays(lease.startOn, -1) || periodsOf(paperTerms(lease)).some(({ to }) => to === day)

/** 试读: everything that a workbook says, and every fault with its sheet, row and column. Nothing is written by it. */
export function readRows(
  workbook: Workbook,
  today: Day,
  isTown: (code: string) => boolean,
): ImportRows & { faults: Fault[] } {
  const faults: Fault[] = []
  const tell = ({ sheet, row }: Line, column: string, message: string) =>
    faults.push({ sheet: SHEETS[sheet].name, row, column, message })
  const [homeLines, roomLines, leaseLines, openingLines] = (['homes', 'rooms', 'leases', 'openings'] as const).map(
    (sheet) => linesOf(sheet, workbook[sheet], faults),
  ) as [Line[], Line[], Line[], Line[]]

  const homes = new Map<string, ImportHome>()
  for (const line of homeLines) {
    const { homeKey, townCode, road, lane, number, room, ...rest } = line.fields
    const rooms = roomLines
      .filter(({ fields }) => fields.homeKey === homeKey)
      .map(({ fields: { roomNo, originalUse, usableAreaSquareMetres = null, beds } }) => ({
        roomNo,
        originalUse,
        usableAreaSquareMetres,
        beds: typeof beds === 'string' ? beds.split(/[、,，\s]+/).map((bedNo) => ({ bedNo })) : [],
      }))
    if (rooms.length === 0) tell(line, '房屋编号', '“房间”表里没有这套房的房间，请至少写一间')
    if (homes.has(String(homeKey))) tell(line, '房屋编号', '这个房屋编号写了两次，请改成不同的')
    const address = { townCode, road, ...(lane !== undefined && { lane }), number, room }
    const home = parse(ImportHome, { homeKey, address, rooms, ...rest }, line, faults)
    if (!home) continue
    if (!isTown(home.address.townCode)) tell(line, '街镇代码', '没有这个街镇代码，请核对')
    try {
      checkRooms(home.rooms)
      homes.set(home.homeKey, home)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      tell(line, '房屋编号', error.details.fields?.[0]?.message ?? sentenceOf(error))
    }
  }
  const written = new Set(homeLines.map(({ fields }) => fields.homeKey))
  for (const line of roomLines)
    if (!written.has(line.fields.homeKey)) tell(line, '房屋编号', '“房屋”表里没有这个编号，请核对')

  const leases: ImportLease[] = []
  const taken: { line: Line; homeKey: string; unit: Unit; startOn: Day; endOn: Day }[] = []
  for (const line of leaseLines) {
    const { roomNo: _room, bedNo: _bed, ...rest } = line.fields
    const home = homes.get(String(line.fields.homeKey))
    if (!written.has(line.fields.homeKey)) tell(line, '房屋编号', '“房屋”表里没有这个编号，请核对')
    const lease = parse(ImportLease, { ...rest, unit: unitOf(line.fields) }, line, faults)
    if (!lease || !home) continue
    if (!hasUnit(home, lease.unit)) tell(line, '房间号', '“房间”表里没有这个房间或床位，请核对')
    if (lease.endOn < lease.startOn) tell(line, '到期日', '到期日不能早于起租日')
    else if (lease.endOn < today) tell(line, '到期日', '这份租约已到期，只导入还在执行的租约')
    else if (lease.paidThrough && !endsPeriod(lease, lease.paidThrough))
      tell(line, '租金已付至', '应为某一期的最后一天，请按付款周期核对')
    const other = taken.find(
      (each) =>
        each.homeKey === lease.homeKey &&
        unitsOverlap(each.unit, lease.unit) &&
        each.startOn <= lease.endOn &&
        lease.startOn <= each.endOn,
    )
    if (other) tell(line, '房间号', `与第 ${other.line.row} 行同时占用${unitName(other.unit)}，请核对租期`)
    taken.push({ line, homeKey: lease.homeKey, unit: lease.unit, startOn: lease.startOn, endOn: lease.endOn })
    leases.push(lease)
  }

  const openings: ImportOpening[] = []
  for (const line of openingLines) {
    const opening = parse(ImportOpening, line.fields, line, faults)
    if (!opening) continue
    if (opening.on > today) tell(line, '截至日期', '日期不能晚于今天')
    if (openings.some(({ account }) => account === opening.account)) tell(line, '科目', '这个科目写了两次，请合并')
    openings.push(opening)
  }
  return { homes: [...homes.values()], leases, openings, faults }
}
