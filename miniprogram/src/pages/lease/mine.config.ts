export default definePageConfig({ navigationBarTitleText: '我的租约' })
