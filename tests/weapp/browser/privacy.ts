import { answers } from './answers.ts'
import { complain } from './record.ts'
import { askModal } from './screen.ts'

interface Decision {
  event: 'agree' | 'disagree' | 'exposureAuthorization'
  buttonId?: string
}
type Listener = (resolve: (decision: Decision) => void, info: { referrer: string }) => void

const REFUSED = 'privacy permission is not authorized'
const GUARDED =
  /^(requirePrivacyAuthorize|getPhoneNumber|chooseAvatar|choose(Media|Image|MessageFile|Location|Address|Contact)|get(Fuzzy)?Location|saveImageToPhotosAlbum|[gs]etClipboardData)$/

const KEY = 'phone:privacy'
const pressed = new Set<string>()
let listener: Listener | undefined

export function onNeedPrivacyAuthorization(next: Listener): void {
  listener = next
}

export function needsPrivacyAgreement(): boolean {
  return !phoneSettings.privacyAgreed && localStorage.getItem(KEY) !== 'agreed'
}

/** The person taps a button of open-type agreePrivacyAuthorization. */
export function pressAgree(buttonId: string): void {
  pressed.add(buttonId)
  localStorage.setItem(KEY, 'agreed')
}

/** Lets a guarded API wait for the person's consent; returns why it may not go on, or null. */
export async function askPrivacy(api: string): Promise<string | null> {
  if (!GUARDED.test(api) || !needsPrivacyAgreement()) return null
  const agreed = await (listener ? askApp(listener, api) : askWeChat())
  if (!agreed) return REFUSED
  localStorage.setItem(KEY, 'agreed')
  return null
}

function askApp(ask: Listener, referrer: string): Promise<boolean> {
  return new Promise((resolve) => {
    const decide = ({ event, buttonId = '' }: Decision) => {
      if (event === 'exposureAuthorization') return
      if (event === 'agree' && !pressed.has(buttonId)) {
        complain(`privacy: "${buttonId}" is no agreePrivacyAuthorization button that was tapped`)
        return resolve(false)
      }
      resolve(event === 'agree')
    }
    ask(decide, { referrer })
  })
}

async function askWeChat(): Promise<boolean> {
  const content = '在你使用服务之前，请仔细阅读用户隐私保护指引。'
  return (await askModal({ title: '用户隐私保护提示', content, cancelText: '拒绝', confirmText: '同意' })).confirm
}

/** What a button of this open-type hands to its page. */
export async function openTypeAnswer(type: string): Promise<object> {
  const answer = answers.get(type)
  if (answer && 'fail' in answer) return { errMsg: `${type}:fail ${String(answer.fail)}` }
  return { errMsg: `${type}:ok`, ...(answer ?? (await usual(type))) }
}

async function usual(type: string): Promise<object> {
  if (type === 'getPhoneNumber') return { code: await hostCode('phone') }
  return type === 'chooseAvatar' ? { avatarUrl: 'wxfile://tmp_avatar.png' } : { authSetting: {} }
}
