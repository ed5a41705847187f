import * as z from 'zod'
import { changing, declare } from '../contract/route'
import { Day } from '../day'
import { DwellingId, FilingId } from '../id'
import { HOLDERS, LEASE_PARTIES } from '../person/role'
import { OfficialNo } from './certify'
import { Filing } from './filing'
import { CertificateState } from './statement'

const Signed = z.string().meta({ description: 'JWS in its compact form, EdDSA over Ed25519' })
const validity = {
  state: CertificateState,
  acceptanceNo: z.string(),
  from: Day,
  to: Day,
}

/** What a case that was approved gives: the official number, the proof of the filing, and its check by anybody. */
export const certificateRoutes = declare({
  certifyFiling: {
    method: 'POST',
    path: '/filings/{filingId}/certify',
    summary: '登记备案证明号',
    access: ['clerk'],
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({ ...changing, filingId: FilingId, officialNo: OfficialNo }),
    output: Filing,
    refusals: ['filing.not_found', 'filing.not_now', 'filing.own_submission', 'request.changed'],
  },
  readCertificate: {
    method: 'GET',
    path: '/filings/{filingId}/certificate',
    summary: '备案证明',
    access: LEASE_PARTIES,
    subject: 'filingId',
    input: z.object({ filingId: FilingId }),
    output: z.object({
      id: FilingId,
      ...validity,
      officialNo: z.string().optional(),
      addressText: z.string(),
      unit: Filing.shape.unit,
      lessorName: z.string(),
      lesseeName: z.string(),
      statement: Signed,
      code: z.string().meta({ description: 'what the QR code holds: a link with the statement, or the statement' }),
    }),
    refusals: ['filing.not_found', 'certificate.none'],
  },
  readHomeCode: {
    method: 'GET',
    path: '/dwellings/{dwellingId}/code',
    summary: '一房一码',
    access: [...HOLDERS, 'manager', 'keeper'],
    subject: 'dwellingId',
    input: z.object({ dwellingId: DwellingId }),
    output: z.object({ statement: Signed, code: z.string() }),
    refusals: ['dwelling.not_found'],
  },
  checkCertificate: {
    method: 'GET',
    path: '/certificates/check',
    summary: '核验备案证明',
    access: 'anyone',
    input: z.object({ statement: Signed.min(1).max(1_500) }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('filing'), ...validity, place: z.string(), checkedOn: Day }),
      z.object({ kind: z.literal('home'), filed: z.boolean(), place: z.string(), checkedOn: Day }),
    ]),
    refusals: ['certificate.not_ours'],
  },
  listCertificateKeys: {
    method: 'GET',
    path: '/certificates/keys',
    summary: '备案证明的验签公钥',
    access: 'anyone',
    input: z.object({}),
    output: z.object({
      keys: z.array(
        z.object({
          kty: z.literal('OKP'),
          crv: z.literal('Ed25519'),
          x: z.string(),
          kid: z.string(),
          alg: z.literal('EdDSA'),
          use: z.literal('sig'),
        }),
      ),
    }),
  },
})
