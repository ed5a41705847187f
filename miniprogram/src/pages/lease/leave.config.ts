export default definePageConfig({ navigationBarTitleText: '退租' })
