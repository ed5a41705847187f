/** WeChat draws the title and the way back itself. */
export const PageBar = (_props: { title?: string }) => null
