export default definePageConfig({ navigationBarTitleText: '租约变更' })
