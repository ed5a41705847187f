export default definePageConfig({ navigationBarTitleText: '登记主租约' })
