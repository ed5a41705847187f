import type { FilingView } from '@anju/shared/filing/filing'
import type { ReasonCode } from '@anju/shared/filing/reason'
import type { DwellingId } from '@anju/shared/id'
import Taro from '@tarojs/taro'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import { ReasonList } from '../../filing/reason-list'

/** What the occupants' form cannot mend: it lies in the home or in the lessor's papers. */
const OF_THE_HOME: readonly ReasonCode[] = ['TITLE', 'COOWNER', 'CHAIN', 'BUILDING', 'ADDRESS', 'ROOM', 'ENTERPRISE']

interface Props {
  filing: FilingView
  /** The one who mends is the lessor. */
  mine: boolean
  dwellingId: DwellingId
}

/** Why the case came back, and who can mend what. */
export const Returned = ({ filing, mine, dwellingId }: Props) => (
  <>
    <ReasonList status={filing.status} reasons={filing.reasons} />
    {filing.reasons.some(({ code }) => OF_THE_HOME.includes(code)) && (
      <Notice title="房屋和产权的内容由出租方修改">
        {mine ? (
          <Button
            kind="quiet"
            small
            icon="edit"
            onPress={() => void Taro.navigateTo({ url: `/pages/dwelling/edit?id=${dwellingId}` })}
          >
            修改房屋资料
          </Button>
        ) : (
          `请 ${filing.lessorName} 在“房管”中改好房屋资料，再重新提交。`
        )}
      </Notice>
    )}
  </>
)
