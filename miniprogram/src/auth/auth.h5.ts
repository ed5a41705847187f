/** In the browser the login page, or the sandbox on a developer's machine, comes back with `?code=`; it is used once. */
export async function getLoginCode(): Promise<string> {
  const address = new URL(window.location.href)
  const code = address.searchParams.get('code')
  if (!code) throw new Error('请从登录入口进入，或在微信中打开小程序')
  address.searchParams.delete('code')
  window.history.replaceState(window.history.state, '', address)
  return code
}
