export default definePageConfig({ navigationBarTitleText: '找房' })
