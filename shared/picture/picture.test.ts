import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXIF, JPEG, pngChunk, pngOf, textBytes, WEBP, withSegment } from '../../tests/picture-bytes'
import { DomainError } from '../errors'
import { concat } from './bytes'
import { inspect, type MediaType } from './picture'

const contains = (bytes: Uint8Array, text: string) => Buffer.from(bytes).toString('latin1').includes(text)
const refused = (bytes: Uint8Array, mediaType: MediaType) =>
  expect(() => inspect(bytes, mediaType)).toThrow(new DomainError('picture.unreadable'))

describe('what arrived as a picture', () => {
  it.each([
    ['image/jpeg', JPEG],
    ['image/webp', WEBP],
    ['image/png', pngOf(24, 16)],
  ] as const)('%s: its size is read, its bytes stay', (mediaType, bytes) => {
    expect(inspect(bytes, mediaType)).toEqual({ width: 24, height: 16, bytes })
  })
  it('loses the place and the maker, but not how it lies', () => {
    const { bytes, width, height } = inspect(withSegment(0xe1, EXIF), 'image/jpeg')
    expect([width, height]).toEqual([16, 24])
    expect(contains(bytes, 'GPS') || contains(bytes, 'PhoneMaker')).toBe(false)
    expect(contains(bytes, 'Exif')).toBe(true)
    expect(inspect(bytes, 'image/jpeg')).toEqual({ bytes, width, height })
  })
  it('loses comments, texts and what stands behind its end', () => {
    const page = textBytes('<html><script>alert(1)</script></html>')
    expect(inspect(withSegment(0xfe, page), 'image/jpeg').bytes).toEqual(JPEG)
    expect(inspect(concat([JPEG, page]), 'image/jpeg').bytes).toEqual(JPEG)
    expect(inspect(concat([WEBP, page]), 'image/webp').bytes).toEqual(WEBP)
    const told = pngOf(24, 16, pngChunk('tEXt', textBytes('Comment\0<script>')), pngChunk('eXIf', EXIF))
    expect(inspect(concat([told, page]), 'image/png').bytes).toEqual(pngOf(24, 16))
  })
  it('is refused where it is a page, an archive or a picture of another kind', () => {
    refused(textBytes('<!doctype html><html><body onload=alert(1)>'), 'image/jpeg')
    refused(textBytes('GIF89a/*<svg onload=alert(1)>*/'), 'image/png')
    refused(textBytes('%PDF-1.7'), 'image/webp')
    refused(JPEG, 'image/png')
    refused(pngOf(24, 16), 'image/webp')
    refused(new Uint8Array(), 'image/jpeg')
  })
  it('is refused where a script hides in what must stay', () => {
    refused(
      withSegment(0xe2, concat([textBytes('ICC_PROFILE\0\x01\x01'), textBytes('<script>1</script>')])),
      'image/jpeg',
    )
    refused(pngOf(24, 16, pngChunk('iCCP', textBytes('x\0\0<?php echo 1;'))), 'image/png')
  })
  it('is refused where it is cut short anywhere, or a byte of a PNG is wrong', () => {
    for (const [bytes, mediaType] of [
      [JPEG, 'image/jpeg'],
      [WEBP, 'image/webp'],
      [pngOf(24, 16), 'image/png'],
    ] as const)
      for (let length = 0; length < bytes.length; length++) refused(bytes.subarray(0, length), mediaType)
    const png = pngOf(24, 16)
    for (let index = 0; index < png.length - 1; index++) {
      const wrong = png.slice()
      wrong[index] = (wrong[index] as number) ^ 1
      refused(wrong, 'image/png')
    }
  })
  it('is refused where it claims a size that nobody could show, or none', () => {
    refused(pngOf(20_000, 2), 'image/png')
    refused(pngOf(11_000, 11_000), 'image/png')
    refused(pngOf(0, 10), 'image/png')
  })
  it('is refused, never broken on, whatever the bytes; what passes passes again unchanged', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(
          fc.constantFrom(JPEG, WEBP, pngOf(24, 16), withSegment(0xe1, EXIF)),
          fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 6 }),
        )
        .map(([bytes, flips]) => {
          const changed = bytes.slice()
          for (const [index, value] of flips) if (index < changed.length) changed[index] = value
          return changed
        }),
    )
    fc.assert(
      fc.property(noise, fc.constantFrom<MediaType[]>('image/jpeg', 'image/png', 'image/webp'), (bytes, mediaType) => {
        try {
          const first = inspect(bytes, mediaType)
          expect(inspect(first.bytes, mediaType)).toEqual(first)
        } catch (error) {
          expect(error).toEqual(new DomainError('picture.unreadable'))
        }
      }),
      { numRuns: 3_000 },
    )
  })
})
