import type { Answer } from './settings.ts'

/** How the test wants calls of wx.* and open-type buttons to end, by name. */
export const answers = new Map<string, Answer>()
