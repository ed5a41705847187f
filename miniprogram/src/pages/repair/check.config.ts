export default definePageConfig({ navigationBarTitleText: '记一次检查' })
