import type { Output } from '@anju/shared/contract/route'
import { dayAt } from '@anju/shared/day'
import { UNIT_KIND_NAMES } from '@anju/shared/dwelling/dwelling'
import { FLOOR_BAND_NAMES, layoutName, ORIENTATION_NAMES, payCycleName } from '@anju/shared/listing/listing'
import type { listingRoutes } from '@anju/shared/listing/listing.routes'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { daysAgo, firstPayment, today } from './listing-words'

type Advert = Output<typeof listingRoutes.readListing>
interface Props {
  listing: Advert
}

export const HeadCard = ({ listing }: Props) => (
  <Card>
    <View className="detail-head">
      <Money fen={listing.rentFen} large per="/月" />
      {listing.source && <Tag>外部导入</Tag>}
    </View>
    <View>
      <View className="detail-title">{listing.title}</View>
      <View>{listing.communityName}</View>
      <View className="detail-soft">{listing.regionName}</View>
    </View>
  </Card>
)

export const SourceNotice = ({ source }: { source: NonNullable<Advert['source']> }) => (
  <Notice tone="warn" title="外部导入的房源" source={`来源：${source.name} ${source.reference}`}>
    本平台没有核实，不能在线申请，请通过原发布方联系。
    {source.townIsDerived && '所在街镇由坐标推算，以实际地址为准。'}
  </Notice>
)

/** What the advert does not say has no row. */
function Known({ label, value }: { label: string; value: string | undefined }) {
  return value ? <Row label={label} value={value} /> : null
}

function floorName({ floor, floorBand, totalFloors, hasLift }: Advert): string {
  const where = floor === undefined ? floorBand && FLOOR_BAND_NAMES[floorBand] : `${floor} 层`
  const lift = hasLift === undefined ? undefined : hasLift ? '有电梯' : '无电梯'
  return [where, totalFloors && `共 ${totalFloors} 层`, lift].filter(Boolean).join('，')
}

const areaLabel = ({ unitKind, source }: Advert): string =>
  source || unitKind === 'whole' ? '面积' : unitKind === 'bed' ? '每人使用面积' : '房间使用面积'

function availableName({ availableOn }: Advert): string {
  if (!availableOn) return '请与出租方商定'
  return availableOn <= today() ? '随时' : availableOn
}

export const FactsCard = ({ listing }: Props) => (
  <Card title="房间信息" flush>
    <Row label="出租方式" value={UNIT_KIND_NAMES[listing.unitKind]} />
    <Known label="户型" value={listing.layout && layoutName(listing.layout)} />
    <Row label={areaLabel(listing)} value={`${listing.areaSquareMetres} ㎡`} />
    <Known
      label="所在房间"
      value={
        listing.sharedRoom &&
        `使用面积 ${listing.sharedRoom.areaSquareMetres} ㎡，住满 ${listing.sharedRoom.persons} 人`
      }
    />
    <Known label="朝向" value={listing.orientation && ORIENTATION_NAMES[listing.orientation]} />
    <Known label="楼层" value={floorName(listing)} />
    <Row label="可入住" value={availableName(listing)} />
    <Row label="发布时间" value={`${daysAgo(listing.publishedAt, today())}（${dayAt(listing.publishedAt)}）`} />
  </Card>
)

export function CostCard({ listing: { rentFen, payCycle } }: Props) {
  const first = payCycle && firstPayment(rentFen, payCycle)
  return (
    <Card title="费用" flush>
      <Row label="月租金" value={<Money fen={rentFen} />} />
      <Row label="付款方式" value={payCycle ? payCycleName(payCycle) : '未说明，请向发布方核实'} />
      {first && <Row label="押金" value={<Money fen={first.depositFen} />} />}
      {first?.firstRentFen !== undefined && (
        <Row label={`首期租金（${payCycle?.rentMonths} 个月）`} value={<Money fen={first.firstRentFen} />} />
      )}
      {first &&
        (first.totalFen !== undefined ? (
          <Row label="首期应付" note="押金加首期租金" value={<Money fen={first.totalFen} large />} />
        ) : (
          <Row label="首期应付" value="押金加全部租期的租金" />
        ))}
      <View className="detail-note">租金和押金直接付给出租方，平台不代收。看房和签约前不要转账。</View>
    </Card>
  )
}
