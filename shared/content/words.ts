import type { Verdict } from './content'

/*
 * 本地词表: what a home, a repair or a complaint is never described with. It answers at once and where WeChat does not;
 * it is short on purpose, since a word too many stops an honest tenant. Our own choice (certainty A); no public list.
 */
const RISKY = [
  '博彩平台 网上赌场 六合彩 百家乐 下注返利',
  '冰毒 摇头丸 海洛因 大麻出售 迷奸药 听话水',
  '上门服务小姐 包夜服务 色情服务 援交 裸聊',
  '代办假证 办假证 假身份证 代开发票 枪支弹药 出售身份证 代孕',
].flatMap((line) => line.split(' '))
/** 存疑: may be a complaint about it just as well as an offer of it. */
const DOUBTFUL = ['刷单', '套路贷', '校园贷', '裸贷', '加微信领', '赌博', '吸毒', '卖淫', '嫖娼'] as const

/** As it is compared: full width as half width, small letters, without what is put between letters to hide them. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** 本地检查 of a text, of any length. */
export function judgeWords(text: string): Verdict {
  const said = plain(text)
  if (RISKY.some((word) => said.includes(word))) return 'risky'
  return DOUBTFUL.some((word) => said.includes(word)) ? 'review' : 'pass'
}
