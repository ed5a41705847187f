import { dayAt } from '@anju/shared/day'
import type { documentRoutes } from '@anju/shared/document/document.routes'
import { pairs, says } from '@anju/shared/document/paper'
import { UNIT_KIND_NAMES, unitName } from '@anju/shared/dwelling/dwelling'
import type { Filing } from '@anju/shared/filing/filing'
import { approvedOf, CERTIFICATE_STATE_NAMES, certificateStateOf, statementOf } from '@anju/shared/filing/statement'
import { FILING_TYPE_NAMES } from '@anju/shared/filing/states'
import { yuan } from '@anju/shared/money'
import { IDENTITY_NAMES } from '@anju/shared/person/person'
import { codeOf, signed } from '../filing/statement-keys'
import type { UseCase } from '../http/use-case'
import { printPdf } from './pdf'

/** Name in full, document number masked: what compares a person with the paper, and no more (个人信息保护法 art. 6). */
function partyText({ parties }: Filing, side: 'lessor' | 'lessee', name: string): string {
  const party = parties.find((each) => each.side === side)
  if (!party?.identity) return name
  return `${name}　${party.identityKind ? IDENTITY_NAMES[party.identityKind] : '证件'} ${party.identity.masked}`
}

/** 备案证明 (FIL-09): our acceptance number, the official one where the city has given it; no seal, since we have none to give. */
export const readCertificatePaper: UseCase<typeof documentRoutes.readCertificatePaper> = async (
  _input,
  { subject, now, secrets, site },
) => {
  const filing = approvedOf(subject)
  const state = certificateStateOf(filing, dayAt(now))
  const decidedOn = dayAt(filing.decidedAt)
  const bytes = await printPdf(
    {
      title: '租赁备案证明（平台凭证）',
      below: [`受理号：${filing.acceptanceNo}`, `状态：${CERTIFICATE_STATE_NAMES[state]}（以扫码核验为准）`],
      footer: `${filing.acceptanceNo}　${filing.addressText}`,
      madeAt: filing.certifiedAt ?? filing.decidedAt,
    },
    [
      {
        title: '',
        blocks: [
          pairs(
            ['备案证明号', filing.officialNo ?? '市平台尚未返回'],
            ['备案类型', FILING_TYPE_NAMES[filing.type]],
            ['出租方', partyText(filing, 'lessor', filing.lessorName)],
            ['承租方', partyText(filing, 'lessee', filing.lesseeName)],
            ['房屋', filing.addressText],
            ['出租部位', `${UNIT_KIND_NAMES[filing.unit.kind]}　${unitName(filing.unit)}`],
            ['租期', `${filing.startOn} 至 ${filing.endOn}`],
            ['月租金', `¥${yuan(filing.rentFen)}`],
            ['签约日期', filing.signedOn],
            ['通过日期', decidedOn],
          ),
          { kind: 'code', text: codeOf(site, await signed(secrets, statementOf(filing))) },
        ],
      },
      {
        title: '核验方法',
        blocks: [
          says('扫描二维码，可以看到这份备案有效、已到期或已变更、注销。二维码不含姓名、证件号码和租金。'),
          says(
            '二维码带有数字签名：无法联网查询时，凭公布的公钥仍可验证它由本平台签发且未被改动，但看不到之后的变更或注销。',
          ),
          says(
            '本页由安居按社区审核结果生成，受理号是本平台的编号，不加盖印章；办理其他事项以备案证明号和主管部门的记录为准。',
          ),
        ],
      },
    ],
  )
  return { fileName: `备案证明-${filing.acceptanceNo}.pdf`, bytes }
}
