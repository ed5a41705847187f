const inBrowser = process.env.TARO_ENV === 'h5'
/** WeChat fills colours in from theme.json; the browser has the same tokens as CSS variables. */
const themed = (name: string, token: string) => (inBrowser ? `var(--${token})` : `@${name}`)

const tab = (page: string, text: string) => ({
  pagePath: `pages/tab/${page}`,
  text,
  iconPath: inBrowser ? `assets/tab/${page}.png` : `@${page}Icon`,
  selectedIconPath: inBrowser ? `assets/tab/${page}-on.png` : `@${page}OnIcon`,
})

export default defineAppConfig({
  pages: ['pages/tab/find', 'pages/tab/tenancy', 'pages/tab/me'],
  subPackages: [
    { root: 'pages/listing', pages: ['detail', 'ask', 'publish', 'mine'] },
    { root: 'pages/dwelling', pages: ['board', 'edit', 'head-leases', 'head-lease', 'head-lease-edit'] },
    { root: 'pages/person', pages: ['privacy', 'login', 'identity', 'phone', 'close', 'staff'] },
    { root: 'pages/filing', pages: ['submit', 'detail', 'mine', 'review'] },
    { root: 'pages/certificate', pages: ['mine', 'check'] },
    { root: 'pages/rule', pages: ['list'] },
    {
      root: 'pages/lease',
      pages: [
        'requests',
        'draw-up',
        'detail',
        'mine',
        'list',
        'handover',
        'amendment',
        'leave',
        'settle',
        'invite',
        'claim',
      ],
    },
    { root: 'pages/bill', pages: ['list', 'detail', 'add', 'receipts'] },
    { root: 'pages/payment', pages: ['pay', 'order', 'merchant', 'differences'] },
    { root: 'pages/ledger', pages: ['book', 'entry', 'report'] },
    { root: 'pages/meter', pages: ['round', 'home', 'meter', 'register', 'split'] },
    { root: 'pages/repair', pages: ['list', 'new', 'detail', 'take', 'upkeep', 'check'] },
    { root: 'pages/message', pages: ['board'] },
    { root: 'pages/complaint', pages: ['new', 'list', 'detail', 'desk', 'reviews'] },
    { root: 'pages/notice', pages: ['inbox', 'settings'] },
    { root: 'pages/business', pages: ['profile', 'staff', 'join', 'import', 'export'] },
  ],
  window: {
    navigationBarTitleText: '安居',
    navigationBarBackgroundColor: themed('paper', 'paper'),
    navigationBarTextStyle: inBrowser ? 'black' : ('@barText' as 'black'),
    backgroundColor: themed('paper', 'paper'),
    backgroundTextStyle: inBrowser ? 'dark' : ('@pullText' as 'dark'),
  },
  tabBar: {
    color: themed('soft', 'ink-soft'),
    selectedColor: themed('accent', 'accent'),
    backgroundColor: themed('card', 'card'),
    borderStyle: inBrowser ? 'black' : ('@tabBorder' as 'black'),
    list: [tab('find', '找房'), tab('tenancy', '租约'), tab('me', '我的')],
  },
  style: 'v2',
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
