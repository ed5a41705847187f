export default definePageConfig({ navigationBarTitleText: '规则与数字' })
