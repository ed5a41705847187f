export default definePageConfig({ navigationBarTitleText: '租房申请' })
