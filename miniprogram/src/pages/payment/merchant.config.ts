export default definePageConfig({ navigationBarTitleText: '收款商户' })
