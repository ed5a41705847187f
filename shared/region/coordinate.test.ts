import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CoordinateSystem, fromGcj02, type Point, toGcj02 } from './coordinate'

const METRES_PER_DEGREE = 111_320
const at = (longitude: number, latitude: number): Point => ({ longitude, latitude })

/** On a sphere, good to a percent over these distances. */
function metresBetween(one: Point, other: Point): number {
  const east = (one.longitude - other.longitude) * Math.cos((one.latitude / 180) * Math.PI)
  return Math.hypot(east, one.latitude - other.latitude) * METRES_PER_DEGREE
}

describe('published points', () => {
  // Documentation of eviltransform and coordtransform, both MIT.
  it.each<[string, CoordinateSystem, Point, Point]>([
    ['Shanghai', 'wgs84', at(121.5272106, 31.1774276), at(121.531541859215, 31.17530398364597)],
    ['Shenzhen', 'wgs84', at(113.912316, 22.543847), at(113.9171764808363, 22.540796131694766)],
    ['Beijing', 'wgs84', at(116.377817, 39.911954), at(116.38404722455657, 39.91334545536069)],
    ['Beijing', 'wgs84', at(116.404, 39.915), at(116.41024449916938, 39.91640428150164)],
    ['Beijing', 'bd09', at(116.404, 39.915), at(116.39762729119315, 39.90865673957631)],
    ['Beijing', 'bd09', at(116.41036949371029, 39.92133699351021), at(116.404, 39.915)],
  ])('%s from %s', (_, system, point, gcj02) => {
    expect(metresBetween(toGcj02(point, system), gcj02)).toBeLessThan(1)
    expect(metresBetween(fromGcj02(gcj02, system), point)).toBeLessThan(1)
  })

  it('leaves GCJ-02, and places far from China, as they are', () => {
    const tower = at(121.4998, 31.2397)
    expect(toGcj02(tower, 'gcj02')).toEqual(tower)
    expect(fromGcj02(tower, 'gcj02')).toEqual(tower)
    const paris = at(2.2945, 48.8584)
    expect(toGcj02(paris, 'wgs84')).toEqual(paris)
    expect(fromGcj02(paris, 'wgs84')).toEqual(paris)
  })
})

describe('round trips', () => {
  const mainland = fc.record({
    longitude: fc.double({ min: 74, max: 134.5, noNaN: true }),
    latitude: fc.double({ min: 18, max: 53.5, noNaN: true }),
  })

  it.each<CoordinateSystem>(['bd09', 'wgs84', 'gcj02'])('%s and back within 1 m, anywhere in China', (system) => {
    fc.assert(
      fc.property(mainland, (point) => {
        expect(metresBetween(fromGcj02(toGcj02(point, system), system), point)).toBeLessThan(0.01)
        expect(metresBetween(toGcj02(fromGcj02(point, system), system), point)).toBeLessThan(0.01)
      }),
      { numRuns: 500 },
    )
  })

  it('shifts by less than 1 km from WGS-84 and by 0.6 to 1.4 km from BD-09', () => {
    fc.assert(
      fc.property(mainland, (point) => {
        expect(metresBetween(toGcj02(point, 'wgs84'), point)).toBeLessThan(1_000)
        const baidu = metresBetween(toGcj02(point, 'bd09'), point)
        expect(baidu > 600 && baidu < 1_400).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
