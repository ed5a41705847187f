export default definePageConfig({ navigationBarTitleText: '水电燃气表' })
