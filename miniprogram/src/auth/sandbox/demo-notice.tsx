import { Notice } from '../../components/notice'

/** 演示环境: nobody may take it for the real WeChat. */
export const DemoNotice = () => <Notice title="演示环境">微信登录和手机号由演示程序扮演，人物和数据都是虚构的。</Notice>
