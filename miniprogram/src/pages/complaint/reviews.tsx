import type { ReviewView } from '@anju/shared/content/content'
import { contentRoutes } from '@anju/shared/content/content.routes'
import { isStaff } from '@anju/shared/person/role'
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { confirm, toast } from '../../components/feedback'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { TownPicker } from '../../filing/town-picker'
import { useFresh } from '../../filing/use-fresh'
import { useLoginFirst } from '../../lease/login-first'
import { momentText } from '../../notice/moment-text'
import { useHat } from '../../person/hat'
import { useCall, useCommand, usePages } from '../../use-call'
import './complaint.scss'

const TOWN_DIGITS = 9
const WHY = { unsure: '机器拿不准', no_answer: '机器没有答复' } as const

function Shown({ review }: { review: ReviewView }) {
  const { data } = useCall(contentRoutes.readReview, { reviewId: review.id }, { enabled: Boolean(review.pictureId) })
  if (!review.pictureId) return <View className="complaint-words">{review.text}</View>
  return data?.url ? <Image className="complaint-picture" src={data.url} mode="widthFix" /> : <View>照片加载中</View>
}

function ReviewCard({ review }: { review: ReviewView }) {
  const pass = useCommand(contentRoutes.passContent)
  const refuse = useCommand(contentRoutes.refuseContent)
  const ids = { reviewId: review.id, version: review.version }
  const decide = async (passed: boolean) => {
    const question = { title: '不予显示？', content: '除作者本人外，谁也看不到这段内容。', yes: '不予显示' }
    if (!passed && !(await confirm(question))) return
    await (passed ? pass : refuse).run(ids).then(
      () => toast(passed ? '已通过' : '已不予显示'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Card title={review.pictureId ? '照片' : '文字'}>
      <Shown review={review} />
      <View className="complaint-note figures">
        {WHY[review.why]} · {momentText(review.createdAt)} 提交
      </View>
      <View className="complaint-buttons">
        <Button small kind="quiet" loading={pass.pending} onPress={() => void decide(true)}>
          通过
        </Button>
        <Button small kind="danger" loading={refuse.pending} onPress={() => void decide(false)}>
          不予显示
        </Button>
      </View>
    </Card>
  )
}

function Waiting({ regionCode }: { regionCode: string }) {
  const reviews = usePages(contentRoutes.listReviews, { regionCode })
  useFresh(reviews.again)
  return (
    <List
      pages={reviews}
      keyOf={(review) => review.id}
      render={(review) => <ReviewCard review={review} />}
      empty={
        <Card>
          <Empty icon="done" title="没有待审内容" hint="机器拿不准或没有答复的文字和照片，会在这里等您看。" />
        </Card>
      }
    />
  )
}

/** 内容审核: what people want to show each other and no machine has passed. */
export default function Reviews() {
  const { hat } = useHat()
  const region = hat && isStaff(hat.role) ? (hat.region ?? '') : ''
  const [chosen, setChosen] = useState('')
  useLoginFirst()
  const town = region.length >= TOWN_DIGITS ? region : chosen
  return (
    <Page>
      {region.length < TOWN_DIGITS && <TownPicker region={region} town={chosen} onChoose={setChosen} />}
      {town && <Waiting key={town} regionCode={town} />}
    </Page>
  )
}
