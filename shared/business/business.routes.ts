import * as z from 'zod'
import { Version } from '../aggregate'
import { declare, making } from '../contract/route'
import { BusinessId } from '../id'
import { APPOINTING, HOLDING } from '../person/role'
import { AccountNumber, BankName, BusinessFacts, BusinessView } from './business'

export const businessRoutes = declare({
  setBusiness: {
    method: 'PUT',
    path: '/businesses/{businessId}',
    summary: '填写经营主体',
    access: APPOINTING,
    subject: 'businessId',
    writes: 'businessId',
    input: z.object({
      ...making,
      businessId: BusinessId,
      version: Version.optional().meta({ description: 'the version that was read; absent the first time' }),
      ...BusinessFacts.shape,
      account: z
        .object({
          bankName: BankName,
          number: AccountNumber.optional().meta({ description: 'leaves masked only; absent: as it was' }),
        })
        .optional()
        .meta({ description: '住房租赁资金监管账户 (SH-CON-06); absent: none' }),
    }),
    output: BusinessView,
    refusals: ['business.not_found', 'request.changed'],
  },
  readBusiness: {
    method: 'GET',
    path: '/businesses/{businessId}',
    summary: '经营主体和合规提示',
    access: HOLDING,
    subject: 'businessId',
    input: z.object({ businessId: BusinessId }),
    output: BusinessView,
    refusals: ['business.not_found'],
  },
})
