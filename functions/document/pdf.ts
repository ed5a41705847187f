import type { Instant } from '@anju/shared/day'
import type { Block, Column, Section } from '@anju/shared/document/paper'
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { font } from './font.data'

export interface Heading {
  title: string
  /** Under the title, small: number, period, status. */
  below?: string[]
  /** In the footer of every page, beside the page number. */
  footer: string
  madeAt: Instant
}

type Doc = PDFKit.PDFDocument
const MARGIN = 56
const SIZE = { title: 20, section: 12, text: 10.5, small: 8.5 }
const LINE_GAP = 4
const CELL = { x: 6, y: 4 }
const RULE = '#9aa0a6'
const SHADE = '#f1f3f4'
const INK = '#202124'
const FOOTER_ROOM = 16

/** 〓 stands for a character without a glyph, as printers set it: a document must not lose one silently. */
function printable(doc: Doc, text: string): string {
  const { font: face } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })._font
  return [...text.replace(/\s*\n\s*/g, '\n')]
    .map((character) =>
      character === '\n' || face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : '〓',
    )
    .join('')
}

const widthOf = (doc: Doc): number => doc.page.width - 2 * MARGIN
const bottomOf = (doc: Doc): number => doc.page.height - MARGIN - FOOTER_ROOM

/** Begins a new page where `height` does not fit on this one any more. */
function keep(doc: Doc, height: number): void {
  if (doc.y + height > bottomOf(doc) && doc.y > MARGIN) doc.addPage()
}

/** Heavier than its font: filled and drawn around. */
function bold(doc: Doc, text: string, options: PDFKit.Mixins.TextOptions = {}): void {
  doc
    .lineWidth(0.35)
    .strokeColor(INK)
    .text(printable(doc, text), { ...options, fill: true, stroke: true })
}

function paragraph(doc: Doc, text: string): void {
  const options = { width: widthOf(doc), lineGap: LINE_GAP }
  doc.fontSize(SIZE.text)
  keep(doc, 2 * doc.heightOfString('字', options))
  doc.text(printable(doc, text), MARGIN, doc.y, options)
  doc.y += 3
}

/** The cells of a row as they will stand: as high as the longest of them. */
function measured(doc: Doc, cells: readonly string[], columns: Column[]) {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (widthOf(doc) * share) / shares)
  const texts = cells.map((cell) => printable(doc, cell))
  const options = (index: number) => ({
    width: (widths[index] as number) - 2 * CELL.x,
    align: columns[index]?.align ?? ('left' as const),
    lineGap: 2,
  })
  doc.fontSize(SIZE.text)
  const height = Math.max(...texts.map((text, index) => doc.heightOfString(text || ' ', options(index)))) + 2 * CELL.y
  return { texts, widths, options, height }
}

/** One row with rules around; it does not break across pages. */
function row(doc: Doc, cells: readonly string[], columns: Column[], shaded: boolean | 'first'): void {
  const { texts, widths, options, height } = measured(doc, cells, columns)
  keep(doc, height)
  const top = doc.y
  let left = MARGIN
  texts.forEach((text, index) => {
    const width = widths[index] as number
    doc.lineWidth(0.6).rect(left, top, width, height)
    if (shaded === true || (shaded === 'first' && index === 0)) doc.fillAndStroke(SHADE, RULE)
    else doc.stroke(RULE)
    doc.fillColor(INK).text(text, left + CELL.x, top + CELL.y, options(index))
    left += width
  })
  doc.x = MARGIN
  doc.y = top + height
}

function table(doc: Doc, columns: Column[], rows: string[][]): void {
  const titles = columns.map(({ title }) => title)
  const page = () => doc.bufferedPageRange().count
  row(doc, titles, columns, true)
  for (const cells of rows) {
    const before = page()
    keep(doc, 2 * SIZE.text + 2 * CELL.y)
    if (page() > before) row(doc, titles, columns, true)
    row(doc, cells, columns, false)
  }
  doc.y += 6
}

const PAIR: Column[] = [
  { title: '', share: 2 },
  { title: '', share: 7 },
]

/** A QR code in the middle of the line; `side` in points, with the quiet margin that readers need. */
function code(doc: Doc, text: string, side: number): void {
  const { data, size } = encode(text, { ecc: 'L', border: 4 })
  const dot = side / size
  keep(doc, side)
  const [left, top] = [MARGIN + (widthOf(doc) - side) / 2, doc.y]
  data.forEach((line, y) => {
    line.forEach((dark, x) => {
      if (dark) doc.rect(left + x * dot, top + y * dot, dot, dot)
    })
  })
  doc.fill(INK)
  doc.x = MARGIN
  doc.y = top + side
}

function block(doc: Doc, each: Block): void {
  if (each.kind === 'text') paragraph(doc, each.text)
  else if (each.kind === 'code') code(doc, each.text, each.large ? 280 : 150)
  else if (each.kind === 'table') table(doc, each.columns, each.rows)
  else {
    for (const cells of each.rows) row(doc, cells, PAIR, 'first')
    doc.y += 6
  }
}

/** What of a section must stand on one page with its title: all of its facts, or the beginning of its text. */
function opening(doc: Doc, [first]: Block[]): number {
  if (first?.kind !== 'pairs') return 4 * SIZE.text
  return first.rows.reduce((sum, cells) => sum + measured(doc, cells, PAIR).height, 0)
}

function section(doc: Doc, { title, blocks }: Section): void {
  keep(doc, 3 * SIZE.section + opening(doc, blocks))
  doc.fontSize(SIZE.section)
  if (title) {
    doc.y += 6
    bold(doc, title, { width: widthOf(doc), lineGap: LINE_GAP })
    doc.y += 2
  }
  for (const each of blocks) block(doc, each)
}

/** Which page it is and of how many is known when all are written. */
function footers(doc: Doc, footer: string): void {
  const { start, count } = doc.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    doc.switchToPage(index)
    doc.page.margins.bottom = 0
    const y = doc.page.height - MARGIN
    doc.fontSize(SIZE.small).fillColor('#5f6368')
    doc.text(printable(doc, footer), MARGIN, y, { width: widthOf(doc) - 90, lineBreak: false, ellipsis: true })
    doc.text(`第 ${index - start + 1} 页 / 共 ${count} 页`, MARGIN, y, { width: widthOf(doc), align: 'right' })
  }
}

/** A document in Chinese on A4; the same content gives the same bytes. Only the glyphs that it uses travel with it. */
export function printPdf({ title, below = [], footer, madeAt }: Heading, sections: Section[]): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    // No standard font: the bundle has none of their metrics beside it.
    font: null as unknown as string,
    info: { Title: title, Creator: '安居 Anju', CreationDate: new Date(madeAt), ModDate: new Date(madeAt) },
    lang: 'zh-CN',
    displayTitle: true,
  })
  const chunks: Buffer[] = []
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  doc.registerFont('text', font()).font('text').fillColor(INK)
  bold(doc.fontSize(SIZE.title), title, { align: 'center', width: widthOf(doc) })
  doc.fontSize(SIZE.small).fillColor('#5f6368')
  for (const line of below) doc.text(printable(doc, line), { align: 'center', width: widthOf(doc), lineGap: 2 })
  doc.fillColor(INK)
  doc.y += 10
  for (const each of sections) section(doc, each)
  footers(doc, footer)
  doc.end()
  return done
}
