export default definePageConfig({ navigationBarTitleText: '另开账单' })
