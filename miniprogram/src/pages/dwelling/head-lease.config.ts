export default definePageConfig({ navigationBarTitleText: '主租约' })
