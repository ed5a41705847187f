import { SCENES, type Scene, type Verdict } from '@anju/shared/content/content'

/** 内容安全: whatever checks what people show each other. WeChat does; another service may (WX-06). */
export interface ContentCheck {
  /** Undefined where there is no answer: nobody knows, so a person has to look. Never throws. */
  text(openid: string, scene: Scene, text: string): Promise<Verdict | undefined>
  /**
   * Asks for a picture, which lies at `url`. WeChat answers later, to the push address, under the id that is given back;
   * another service may answer at once. Undefined where it was not taken. Never throws.
   */
  picture(openid: string, scene: Scene, url: string): Promise<Verdict | { traceId: string } | undefined>
}

/** What WeChat answers; `errcode` 0 is not a pass, only `result.suggest` is (WX-04). */
export interface CheckAnswer {
  errcode?: number
  trace_id?: string
  result?: { suggest?: string }
}

const VERSION = 2
const PICTURE = 2

export const verdictOf = (suggest: unknown): Verdict | undefined =>
  suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : undefined

/** msgSecCheck v2 and mediaCheckAsync. @param post asks with an access token; undefined where WeChat gave no answer */
export function contentCheckOver(post: (path: string, body: object) => Promise<CheckAnswer | undefined>): ContentCheck {
  return {
    async text(openid, scene, content) {
      const asked = { version: VERSION, scene: SCENES[scene], openid, content }
      const answer = await post('/wxa/msg_sec_check', asked)
      return answer?.errcode === 0 ? verdictOf(answer.result?.suggest) : undefined
    },
    async picture(openid, scene, url) {
      const asked = { version: VERSION, scene: SCENES[scene], openid, media_url: url, media_type: PICTURE }
      const answer = await post('/wxa/media_check_async', asked)
      return answer?.errcode === 0 && answer.trace_id ? { traceId: answer.trace_id } : undefined
    },
  }
}
