import { View } from '@tarojs/components'
import { classes } from '../../components/classes'
import { Icon } from '../../components/icon'
import { press } from '../../components/press'
import { namesOf, type RegionPath } from '../../region/region-path'
import { RegionPicker } from '../../region/region-picker'
import { FindFilters } from './find-filters'
import { activeFilters, type Filters, type Sort } from './find-question'

/** Which of the two sheets is open. */
export type Opened = 'region' | 'filters' | undefined

interface Props {
  open: Opened
  onOpen: (open: Opened) => void
  path: RegionPath
  onPath: (path: RegionPath) => void
  filters: Filters
  onFilters: (filters: Filters) => void
  sort: Sort
  onSort: (sort: Sort) => void
}

const SORTS = [
  { value: 'newest', label: '最新' },
  { value: 'rent', label: '租金低' },
] as const

/** Where, in which order, and what is filtered; one tap takes a filter away. */
export function FindBar({ open, onOpen, path, onPath, filters, onFilters, sort, onSort }: Props) {
  const active = activeFilters(filters)
  const place = namesOf(path).slice(-2).join(' ')
  return (
    <View className="find-bar">
      <View {...press(() => onOpen('region'))} className="find-tool find-place" aria-label={`找房区域，${place}`}>
        <Icon name="place" className="find-mark" />
        <View className="find-place-name">{place}</View>
        <Icon name="down" />
      </View>
      <View className="find-tools">
        <View className="find-sorts" role="radiogroup" aria-label="排序">
          {SORTS.map(({ value, label }) => (
            <View
              key={value}
              {...press(() => onSort(value), { role: 'radio' })}
              className={classes('find-sort', sort === value && 'find-sort-on')}
              aria-checked={sort === value ? 'true' : 'false'}
              aria-label={label}
            >
              {label}
            </View>
          ))}
        </View>
        <View {...press(() => onOpen('filters'))} className="find-tool" aria-label={`筛选，已选 ${active.length} 项`}>
          <Icon name="filter" className="find-mark" />
          <View>{active.length > 0 ? `筛选 ${active.length}` : '筛选'}</View>
        </View>
      </View>
      {active.length > 0 && (
        <View className="find-chips" role="group" aria-label="已选的条件">
          {active.map(({ name, without }) => (
            <View
              key={name}
              {...press(() => onFilters(without))}
              className="find-chip"
              aria-label={`清除条件：${name}`}
            >
              <View className="figures">{name}</View>
              <Icon name="close" className="find-chip-close" />
            </View>
          ))}
        </View>
      )}
      {open === 'region' && (
        <RegionPicker
          title="在哪里找房"
          value={path}
          wider
          onPick={(next) => {
            onOpen(undefined)
            onPath(next)
          }}
          onClose={() => onOpen(undefined)}
        />
      )}
      {open === 'filters' && (
        <FindFilters
          filters={filters}
          onApply={(next) => {
            onOpen(undefined)
            onFilters(next)
          }}
          onClose={() => onOpen(undefined)}
        />
      )}
    </View>
  )
}
