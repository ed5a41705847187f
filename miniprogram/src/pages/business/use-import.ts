import type { Output } from '@anju/shared/contract/route'
import { type ImportRows, ROWS_A_SLICE, type RowOutcome } from '@anju/shared/import/import'
import { importRoutes } from '@anju/shared/import/import.routes'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type CallInput, call } from '../../call'
import { CallError } from '../../call-error'

type Slice = CallInput<typeof importRoutes.importRows>
type Written = Output<typeof importRoutes.importRows>

const TRIES = 3

export interface Told extends RowOutcome {
  /** "房屋 H1", "租约 H1 周晓雯". */
  name: string
  place: number
}

const sliced = <T>(rows: T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_A_SLICE) }, (_, at) =>
    rows.slice(at * ROWS_A_SLICE, (at + 1) * ROWS_A_SLICE),
  )

/** A slice that came twice adds nothing, so it is sent again after a lost answer. */
async function send(slice: Slice): Promise<Written> {
  for (let tried = 1; ; tried++)
    try {
      return await call(importRoutes.importRows, slice)
    } catch (error) {
      if (tried === TRIES || !(error instanceof CallError && error.passing)) throw error
    }
}

/** Writes what was read, slice after slice; where it breaks off, `run` goes on behind the last slice that was answered. */
export function useImport(rows: ImportRows) {
  const client = useQueryClient()
  const [told, setTold] = useState<Told[]>([])
  const [running, setRunning] = useState(false)
  const at = useRef<Told[]>([])
  const homes = useRef(new Map<string, string>())
  const total = rows.homes.length + rows.leases.length + rows.openings.length

  const keep = (names: string[], outcomes: RowOutcome[]) => {
    const from = at.current.length
    const more = outcomes.map((outcome, index) => ({ ...outcome, name: names[index] ?? '', place: from + index }))
    at.current = [...at.current, ...more]
    setTold(at.current)
  }
  /** Passes over what was answered before. */
  const rest = <T>(all: T[], before: number): T[] => all.slice(Math.max(0, at.current.length - before))

  async function write() {
    for (const slice of sliced(rest(rows.homes, 0))) {
      const { homes: outcomes } = await send({ homes: slice })
      for (const [index, { homeKey }] of slice.entries()) homes.current.set(homeKey, outcomes[index]?.dwellingId ?? '')
      keep(
        slice.map(({ homeKey }) => `房屋 ${homeKey}`),
        outcomes,
      )
    }
    for (const slice of sliced(rest(rows.leases, rows.homes.length))) {
      const ready = slice.map(({ homeKey, ...lease }) => ({ ...lease, dwellingId: homes.current.get(homeKey) ?? '' }))
      const known = ready.filter(({ dwellingId }) => dwellingId !== '')
      const { leases } = known.length > 0 ? await send({ leases: known as Slice['leases'] }) : { leases: [] }
      const orphan: RowOutcome = { outcome: 'refused', message: '它的房屋没有导入，请先处理房屋' }
      const outcomes = ready.map(({ dwellingId }) => (dwellingId === '' ? orphan : (leases.shift() ?? orphan)))
      keep(
        slice.map(({ homeKey, lesseeName }) => `租约 ${homeKey} ${lesseeName}`),
        outcomes,
      )
    }
    for (const slice of sliced(rest(rows.openings, rows.homes.length + rows.leases.length))) {
      const { openings } = await send({ openings: slice })
      keep(
        slice.map(() => '期初余额'),
        openings,
      )
    }
  }

  const run = async () => {
    setRunning(true)
    try {
      await write()
    } finally {
      setRunning(false)
      void client.invalidateQueries()
    }
  }
  return { run, running, told, total, finished: told.length === total }
}
