import { useState } from 'react'
import { Page } from '../../components/page'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useHat } from '../../person/hat'
import { codeOf, useRememberedRegion } from '../../region/region-path'
import { FindBar, type Opened } from './find-bar'
import type { Filters, Sort } from './find-question'
import { FindResults } from './find-results'
import { useTenancyName } from './tenancy-name'
import './find.scss'

/** 找房: open to everybody, without a login. */
export default function Find() {
  const [path, setPath] = useRememberedRegion()
  const [filters, setFilters] = useState<Filters>({})
  const [sort, setSort] = useState<Sort>('newest')
  const [open, setOpen] = useState<Opened>()
  useTenancyName(useHat().hat)
  useRefreshOnShow()
  return (
    <Page wide>
      <FindBar
        open={open}
        onOpen={setOpen}
        path={path}
        onPath={setPath}
        filters={filters}
        onFilters={setFilters}
        sort={sort}
        onSort={setSort}
      />
      <FindResults
        key={JSON.stringify([codeOf(path), sort, filters])}
        path={path}
        filters={filters}
        sort={sort}
        onPath={setPath}
        onFilters={setFilters}
        onElsewhere={() => setOpen('region')}
      />
    </Page>
  )
}
