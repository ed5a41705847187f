import { inflateSync } from 'node:zlib'
import { DomainError } from '@anju/shared/errors'
import type { Material } from '@anju/shared/filing/material'
import { ascii, concat } from '@anju/shared/picture/bytes'
import { inspect } from '@anju/shared/picture/picture'
import { markDots, markPng } from './watermark'

interface Checked {
  bytes: Uint8Array
  pages: number
}

const QUALITY = 80
/** Bounds of what a picture is unpacked into. */
const MEGAPIXELS = 24
const MEGABYTES = 400
const MOST_PAGES = 40
const MOST_UNPACKED_BYTES = 32 * 1024 * 1024

const [SOI, ORIENTATION] = [2, 36]
/** How the picture lies is said behind its first marker, and only there; the dots alone do not know it. */
const lyingAs = (cleaned: Uint8Array, made: Uint8Array): Uint8Array =>
  cleaned[SOI + 1] === 0xe1
    ? concat([made.subarray(0, SOI), cleaned.subarray(SOI, SOI + ORIENTATION), made.subarray(SOI)])
    : made

/** A photograph, taken apart and made anew with the mark in it: what was hidden in the file is gone. @throws material.unreadable */
async function checkPhoto(bytes: Uint8Array): Promise<Checked> {
  const { default: jpeg } = await import('jpeg-js')
  try {
    const cleaned = inspect(bytes, 'image/jpeg').bytes
    const bounds = { maxResolutionInMP: MEGAPIXELS, maxMemoryUsageInMB: MEGABYTES }
    const dots = jpeg.decode(cleaned, { useTArray: true, formatAsRGBA: true, ...bounds })
    markDots(dots)
    return { bytes: lyingAs(cleaned, new Uint8Array(jpeg.encode(dots, QUALITY).data)), pages: 1 }
  } catch {
    throw new DomainError('material.unreadable')
  }
}

/** What makes a PDF do something, or carries another file. */
const HARMFUL =
  /\/(?:JS|JavaScript|OpenAction|AA|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToR|GoToE)(?![A-Za-z])/

/** Refuses packed lists of objects that unpack into more than any paper has, before they are unpacked. */
function expectBounded(bytes: Uint8Array): void {
  const text = Buffer.from(bytes).toString('latin1')
  for (const { index } of text.matchAll(/\/(?:ObjStm|XRef)\b/g)) {
    const keyword = text.indexOf('stream', index)
    const head = text.slice(Math.max(0, text.lastIndexOf('obj', index)), keyword)
    if (keyword < 0 || /\/Filter\s*\[[^\]]*\/[^\]]*\//.test(head)) throw new DomainError('material.harmful')
    const from = text[keyword + 6] === '\r' ? keyword + 8 : keyword + 7
    try {
      inflateSync(bytes.subarray(from), { maxOutputLength: MOST_UNPACKED_BYTES })
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new DomainError('material.harmful')
    }
  }
}

/** A PDF whose pages are copied into a new one, each with the mark. @throws material.unreadable, material.harmful */
async function checkPdf(bytes: Uint8Array): Promise<Checked> {
  if (ascii(bytes, 0, 5) !== '%PDF-') throw new DomainError('material.unreadable')
  expectBounded(bytes)
  const { PDFDocument, PDFStream } = await import('@cantoo/pdf-lib')
  const opened = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }).catch(
    (error: Error) => {
      throw new DomainError(/encrypt/i.test(error.message) ? 'material.harmful' : 'material.unreadable')
    },
  )
  for (const [, object] of opened.context.enumerateIndirectObjects())
    if (HARMFUL.test(object instanceof PDFStream ? String(object.dict) : String(object)))
      throw new DomainError('material.harmful')
  try {
    const pages = opened.getPageCount()
    if (pages < 1 || pages > MOST_PAGES) throw new DomainError('material.unreadable')
    const marked = await PDFDocument.create()
    const mark = await marked.embedPng(markPng())
    for (const page of await marked.copyPages(opened, opened.getPageIndices())) {
      marked.addPage(page)
      const { width, height } = page.getSize()
      const size = mark.scaleToFit(width / 2, height / 2)
      for (let x = 0; x < width; x += size.width)
        for (let y = 0; y < height; y += size.height) page.drawImage(mark, { x, y, ...size, opacity: 0.35 })
    }
    return { bytes: await marked.save(), pages }
  } catch {
    throw new DomainError('material.unreadable')
  }
}

/** What arrived, as it is kept: of the kind that was said, harmless, marked on every page. */
export const checkMaterial = (bytes: Uint8Array, mediaType: Material['mediaType']): Promise<Checked> =>
  mediaType === 'image/jpeg' ? checkPhoto(bytes) : checkPdf(bytes)
