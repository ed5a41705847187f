import { REGION_LEVEL_NAMES, type Region } from '@anju/shared/region/region'
import { regionRoutes } from '@anju/shared/region/region.routes'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { classes } from '../components/classes'
import { Icon } from '../components/icon'
import { Loaded } from '../components/loaded'
import { press } from '../components/press'
import { Sheet } from '../components/sheet'
import { useCall } from '../use-call'
import { codeOf, isPlaceholder, lastName, type RegionPath } from './region-path'
import './region-picker.scss'

interface Props {
  title: string
  value: RegionPath
  /** A whole city or district may be chosen too. */
  wider?: boolean
  onPick: (path: RegionPath) => void
  onClose: () => void
}

const CHILD_LEVELS = {
  province: 'city',
  city: 'district',
  district: 'town',
  town: 'committee',
  committee: 'committee',
} as const

interface LineProps {
  name: string
  chosen: boolean
  onPress: () => void
}

const Line = ({ name, chosen, onPress }: LineProps) => (
  <View
    {...press(onPress)}
    className={classes('region-line', chosen && 'region-line-chosen')}
    aria-label={chosen ? `${name}，已选` : name}
  >
    <View className="region-line-name">{name}</View>
    {chosen && <Icon name="check" />}
  </View>
)

/** 省 → 市 → 区 → 街镇, one level at a time; a city that only carries a code is passed by itself. */
export function RegionPicker({ title, value, wider, onPick, onClose }: Props) {
  const [path, setPath] = useState<RegionPath>(codeOf(value).length === 9 ? value.slice(0, -1) : value)
  const parent = path[path.length - 1]
  const level = parent ? CHILD_LEVELS[parent.level] : 'province'
  const regions = useCall(regionRoutes.listRegions, parent ? { parent: parent.code } : {})

  const only = regions.data?.items.length === 1 ? regions.data.items[0] : undefined
  useEffect(() => {
    if (only && isPlaceholder(only)) setPath([...path, only])
  }, [only, path])

  const enter = (region: Region) => (region.level === 'town' ? onPick([...path, region]) : setPath([...path, region]))
  const here = lastName(path)
  return (
    <Sheet open title={title} onClose={onClose}>
      <View className="region-crumbs" role="group" aria-label="已选的上级">
        {path.map(
          (region, index) =>
            !isPlaceholder(region) && (
              <View
                key={region.code}
                {...press(() => setPath(path.slice(0, index)))}
                className="region-crumb"
                aria-label={`${region.name}，重新选择${REGION_LEVEL_NAMES[region.level]}`}
              >
                <View>{region.name}</View>
                <Icon name="down" className="region-crumb-icon" />
              </View>
            ),
        )}
        <View className="region-ask">请选择{REGION_LEVEL_NAMES[level]}</View>
      </View>
      <View className="region-list">
        <Loaded call={regions} skeletonCards={2}>
          {({ items }) => (
            <View className="region-lines" role="group" aria-label={REGION_LEVEL_NAMES[level]}>
              {wider && parent && parent.level !== 'province' && (
                <Line name={`整个${here}`} chosen={codeOf(value) === parent.code} onPress={() => onPick(path)} />
              )}
              {items.map((region) => (
                <Line
                  key={region.code}
                  name={region.name}
                  chosen={value.some(({ code }) => code === region.code)}
                  onPress={() => enter(region)}
                />
              ))}
            </View>
          )}
        </Loaded>
      </View>
    </Sheet>
  )
}
