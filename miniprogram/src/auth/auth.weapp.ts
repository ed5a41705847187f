import Taro from '@tarojs/taro'

/** The single-use code that the server changes into a session (WX-02: silent, asks the person nothing). */
export async function getLoginCode(): Promise<string> {
  const { code } = await Taro.login()
  return code
}
