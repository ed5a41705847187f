/** A place in degrees. Which system they are in is for the name of the holder to say. */
export interface Point {
  longitude: number
  latitude: number
}
/** GCJ-02 is what WeChat and every Chinese map must show, BD-09 is Baidu's, WGS-84 what a satellite receiver gives. */
export type CoordinateSystem = 'gcj02' | 'bd09' | 'wgs84'

/** Krasovsky 1940 ellipsoid: semi-major axis in metres, squared eccentricity. */
const SEMI_MAJOR_METRES = 6_378_245
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943
const BAIDU_PI = (Math.PI * 3000) / 180
const BAIDU_LONGITUDE = 0.0065
const BAIDU_LATITUDE = 0.006

const sine = Math.sin
const { PI } = Math

/** The box outside which GCJ-02 equals WGS-84, as published implementations draw it. */
const outsideChina = ({ longitude, latitude }: Point): boolean =>
  longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271

/** The published terms of the shift, x and y in degrees from 105° E 35° N. */
function shiftTerms(x: number, y: number): { east: number; north: number } {
  const ripple = (20 * sine(6 * x * PI) + 20 * sine(2 * x * PI)) * 2
  const root = Math.sqrt(Math.abs(x))
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    (ripple +
      (20 * sine(y * PI) + 40 * sine((y / 3) * PI)) * 2 +
      (160 * sine((y / 12) * PI) + 320 * sine((y * PI) / 30)) * 2) /
      3
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    (ripple +
      (20 * sine(x * PI) + 40 * sine((x / 3) * PI)) * 2 +
      (150 * sine((x / 12) * PI) + 300 * sine((x / 30) * PI)) * 2) /
      3
  return { east, north }
}

function wgs84ToGcj02(point: Point): Point {
  if (outsideChina(point)) return point
  const { east, north } = shiftTerms(point.longitude - 105, point.latitude - 35)
  const radians = (point.latitude / 180) * PI
  const magic = 1 - ECCENTRICITY_SQUARED * sine(radians) ** 2
  const root = Math.sqrt(magic)
  return {
    longitude: point.longitude + (east * 180) / ((SEMI_MAJOR_METRES / root) * Math.cos(radians) * PI),
    latitude:
      point.latitude + (north * 180) / (((SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED)) / (magic * root)) * PI),
  }
}

function gcj02ToBd09({ longitude, latitude }: Point): Point {
  const radius = Math.hypot(longitude, latitude) + 0.00002 * sine(latitude * BAIDU_PI)
  const angle = Math.atan2(latitude, longitude) + 0.000003 * Math.cos(longitude * BAIDU_PI)
  return { longitude: radius * Math.cos(angle) + BAIDU_LONGITUDE, latitude: radius * sine(angle) + BAIDU_LATITUDE }
}

/** Both shifts are smooth and small, so walking back by the remaining error closes in on the origin. */
function invert(forward: (point: Point) => Point, target: Point): Point {
  let guess = target
  for (let round = 0; round < 10; round += 1) {
    const reached = forward(guess)
    guess = {
      longitude: guess.longitude + target.longitude - reached.longitude,
      latitude: guess.latitude + target.latitude - reached.latitude,
    }
  }
  return guess
}

/** To GCJ-02 from another system, by the published formulas or their inverse; a round trip ends within 1 m. */
export function toGcj02(point: Point, from: CoordinateSystem): Point {
  if (from === 'wgs84') return wgs84ToGcj02(point)
  return from === 'bd09' ? invert(gcj02ToBd09, point) : point
}

/** From GCJ-02 to another system. */
export function fromGcj02(point: Point, to: CoordinateSystem): Point {
  if (to === 'wgs84') return outsideChina(point) ? point : invert(wgs84ToGcj02, point)
  return to === 'bd09' ? gcj02ToBd09(point) : point
}
