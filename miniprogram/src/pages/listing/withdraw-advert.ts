import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { sentenceOf } from '../../call-error'
import { confirm, toast } from '../../components/feedback'
import { useCommand } from '../../use-call'

interface Advert {
  listingId: string
  title: string
  /** The version that was read. */
  version: () => Promise<number>
}

/** 下架 with a question before it; answers whether the advert is gone. */
export function useWithdraw() {
  const command = useCommand(listingRoutes.withdrawListing)
  return {
    pending: command.pending,
    withdraw: async ({ listingId, title, version }: Advert): Promise<void> => {
      const sure = await confirm({
        title: '下架这套房源？',
        content: `“${title}”将不再出现在找房中，已收到的申请不受影响，可以重新发布。`,
        yes: '下架',
        danger: true,
      })
      if (!sure) return
      try {
        await command.run({ listingId, version: await version() })
        toast('已下架')
      } catch (error) {
        toast(sentenceOf(error))
      }
    },
  }
}
