export default definePageConfig({ navigationBarTitleText: '房屋交割单' })
