export default definePageConfig({ navigationBarTitleText: '记收款' })
