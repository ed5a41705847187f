import Taro from '@tarojs/taro'

/** Messages of WeChat are agreed to inside WeChat. */
export const CAN_ASK = true

/** WeChat's own question, out of a tap: which templates the person agreed to, each for one message (WX-07). */
export async function askWechat(tmplIds: string[]): Promise<string[]> {
  const answers = (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] }).catch(() => ({}))) as Record<
    string,
    string | undefined
  >
  return tmplIds.filter((id) => answers[id] === 'accept')
}
