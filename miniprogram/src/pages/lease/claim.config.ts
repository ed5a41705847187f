export default definePageConfig({ navigationBarTitleText: '认领租约' })
