/** A browser cannot ask for messages of WeChat. */
export const CAN_ASK = false

export const askWechat = async (_tmplIds: string[]): Promise<string[]> => []
