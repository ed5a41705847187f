import type { documentRoutes } from '@anju/shared/document/document.routes'
import { pairs, says } from '@anju/shared/document/paper'
import { hiddenPlace, homeStatementOf } from '@anju/shared/filing/statement'
import { codeOf, signed } from '../filing/statement-keys'
import type { UseCase } from '../http/use-case'
import { printPdf } from './pdf'

/** 一房一码: a sheet for the door, whose code says whether a filing of the home is in force. */
export const readPoster: UseCase<typeof documentRoutes.readPoster> = async (
  _input,
  { subject: dwelling, secrets, site },
) => {
  const place = hiddenPlace(dwelling.addressText)
  const statement = await signed(secrets, homeStatementOf(dwelling))
  const bytes = await printPdf(
    {
      title: '一房一码',
      below: ['出租房屋备案公开查询'],
      footer: '安居　一房一码',
      madeAt: dwelling.createdAt,
    },
    [
      {
        title: '',
        blocks: [
          { kind: 'code', text: codeOf(site, statement), large: true },
          pairs(['小区', dwelling.communityName], ['门牌', place]),
          says('扫描二维码，可以看到这套房屋现在有没有有效的租赁备案。二维码和查询结果都不含住户的姓名、人数和租金。'),
          says('请贴在房门内侧或出入口明显处。房屋出租的，双方应当在签约后 30 天内办理备案。'),
        ],
      },
    ],
  )
  return { fileName: `一房一码-${dwelling.communityName}.pdf`, bytes }
}
