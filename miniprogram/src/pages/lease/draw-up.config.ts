export default definePageConfig({ navigationBarTitleText: '起草租约' })
