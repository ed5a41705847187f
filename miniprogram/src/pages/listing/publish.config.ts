export default definePageConfig({ navigationBarTitleText: '发布房源' })
