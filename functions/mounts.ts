import type { Mount } from './http/mount'

/** Every domain. Its routes and use cases, and the shapes of both, are loaded with the first request for one of them. */
export const mounts: Mount[] = [
  { under: ['/health'], load: async () => (await import('./health/health.api')).domain },
  {
    under: ['/sessions', '/me', '/people'],
    kinds: ['usr'],
    load: async () => (await import('./person/person.api')).domain,
  },
  { under: ['/regions'], load: async () => (await import('./region/region.api')).domain },
  {
    under: ['/dwellings', '/me/dwellings', '/me/board'],
    kinds: ['dwl'],
    load: async () => (await import('./dwelling/dwelling.api')).domain,
  },
  {
    under: ['/listings', '/dwellings/*/listings', '/me/listings'],
    kinds: ['lst'],
    load: async () => (await import('./listing/listing.api')).domain,
  },
  {
    under: ['/requests', '/listings/*/requests', '/me/requests', '/leases', '/me/leases', '/dwellings/*/leases'],
    kinds: ['ask', 'lea'],
    load: async () => (await import('./lease/lease.api')).domain,
  },
  {
    under: [
      '/leases/*/handover',
      '/leases/*/amendment',
      '/leases/*/overview',
      '/leases/*/texts',
      '/leases/*/renewal',
      '/leases/*/notice',
      '/leases/*/settlement',
    ],
    load: async () => (await import('./lease/tenancy.api')).domain,
  },
  {
    under: [
      '/leases/*/filing-drafts',
      '/filings/*/draft',
      '/filings/*/send',
      '/filings/*/confirm',
      '/filings/*/hand-back',
    ],
    load: async () => (await import('./filing/case.api')).domain,
  },
  {
    under: ['/filings/*/certify', '/filings/*/certificate', '/certificates', '/dwellings/*/code'],
    load: async () => (await import('./filing/certificate.api')).domain,
  },
  {
    under: ['/filings/*/colleagues', '/filings/*/hand-over', '/filings/*/committee-check'],
    load: async () => (await import('./filing/desk.api')).domain,
  },
  { under: ['/filings/*/materials'], load: async () => (await import('./filing/material.api')).domain },
  {
    under: ['/leases/*/invitation', '/leases/*/paper', '/lease-invitations'],
    load: async () => (await import('./lease/claim.api')).domain,
  },
  {
    under: ['/leases/*/messages'],
    kinds: ['msg'],
    load: async () => (await import('./message/message.api')).domain,
  },
  {
    under: ['/filings', '/leases/*/filing-check', '/leases/*/filings', '/regions/*/filings', '/me/filings'],
    kinds: ['fil'],
    load: async () => (await import('./filing/filing.api')).domain,
  },
  {
    under: ['/parameters', '/regions/*/rules', '/regions/*/parameters', '/regions/*/parameter-preview'],
    kinds: ['prm'],
    load: async () => (await import('./rule/rule.api')).domain,
  },
  {
    under: ['/bills', '/leases/*/bills', '/leases/*/receipts', '/me/bills'],
    kinds: ['bil'],
    load: async () => (await import('./bill/bill.api')).domain,
  },
  {
    under: ['/me/ledger', '/dwellings/*/profit'],
    kinds: ['ent'],
    load: async () => (await import('./ledger/ledger.api')).domain,
  },
  {
    under: ['/businesses', '/invitations', '/me/invitations', '/me/staff', '/me/holders'],
    kinds: ['biz', 'inv'],
    load: async () => (await import('./business/business.api')).domain,
  },
  {
    under: ['/head-leases', '/me/head-leases', '/me/owned', '/dwellings/*/marks'],
    kinds: ['hle'],
    load: async () => (await import('./head-lease/head-lease.api')).domain,
  },
  {
    under: ['/complaints', '/me/complaints', '/regions/*/complaints'],
    kinds: ['cmp'],
    load: async () => (await import('./complaint/complaint.api')).domain,
  },
  {
    under: ['/reviews', '/regions/*/reviews'],
    kinds: ['rvw'],
    load: async () => (await import('./content/content.api')).domain,
  },
  {
    under: ['/pictures'],
    kinds: ['pic'],
    load: async () => (await import('./picture/picture.api')).domain,
  },
  {
    under: ['/meters', '/me/meters', '/dwellings/*/meters', '/dwellings/*/split'],
    kinds: ['mtr'],
    load: async () => (await import('./meter/meter.api')).domain,
  },
  {
    under: ['/repairs', '/me/repairs', '/upkeep', '/me/upkeep'],
    kinds: ['rep', 'upk'],
    load: async () => (await import('./repair/repair.api')).domain,
  },
  {
    under: ['/payments', '/bills/*/orders', '/me/merchant', '/payment-differences', '/me/payment-differences'],
    kinds: ['pay', 'dif'],
    load: async () => (await import('./payment/payment.api')).domain,
  },
  { under: ['/me/notices', '/me/consents'], load: async () => (await import('./notice/notice.api')).domain },
  { under: ['/me/import'], load: async () => (await import('./import/import.api')).domain },
]
