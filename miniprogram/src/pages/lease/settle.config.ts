export default definePageConfig({ navigationBarTitleText: '退租结算' })
