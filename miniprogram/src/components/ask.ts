/** A question before something is done: what will happen, in one sentence, and the word on the button. */
export interface Question {
  title: string
  content?: string
  /** At most four characters, which is all WeChat shows. */
  yes?: string
  no?: string
  danger?: boolean
}
