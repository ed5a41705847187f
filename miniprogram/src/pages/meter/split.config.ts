export default definePageConfig({ navigationBarTitleText: '分摊试算' })
