export default definePageConfig({ navigationBarTitleText: '邀请租客认领', enableShareAppMessage: true })
