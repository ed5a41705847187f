import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { ZHANGJIANG } from '../town.ts'
import type { DemoTown } from './demo-town.ts'
import type { Visit } from './visits.ts'

/** The pages of complaints, by each side. */
export async function complaintVisits(demo: DemoTown): Promise<Visit[]> {
  const mine = (await demo.as('zhou', complaintRoutes.listMyComplaints, {})).items
  const asked = (await demo.as('chen', complaintRoutes.listMyComplaints, { side: 'respondent' })).items
  const status = 'accepted' as const
  const taken = (await demo.as('wu', complaintRoutes.listComplaintQueue, { regionCode: ZHANGJIANG, status })).items
  const lease = (await demo.as('zhou', leaseRoutes.listLeases, { side: 'lessee' })).items[0]
  const of = (items: { id: string; status: string }[], wanted: string) => {
    const found = items.find((item) => item.status === wanted)
    if (!found) throw new Error(`the demo town has no complaint that is ${wanted}`)
    return `id=${found.id}`
  }
  const page = 'pages/complaint/detail'
  const about = `leaseId=${lease?.id}&kind=eviction`
  return [
    { name: 'complaint-new', page: 'pages/complaint/new', as: 'zhou', query: about, says: '有人身危险请先拨打' },
    { name: 'complaint-new-place', page: 'pages/complaint/new', as: 'sun', says: '所在街镇' },
    { name: 'complaint-list', page: 'pages/complaint/list', as: 'zhou', says: '我要投诉' },
    { name: 'complaint-detail', page, as: 'zhou', query: of(mine, 'answered'), says: '重新办理', sheets: ['评价'] },
    {
      name: 'complaint-asked',
      page,
      as: 'chen',
      query: of(asked, 'accepted'),
      says: '工作人员的询问',
      sheets: ['说明情况'],
    },
    { name: 'complaint-desk', page: 'pages/complaint/desk', as: 'gu', says: '群租' },
    { name: 'complaint-handle', page, as: 'wu', query: of(taken, 'accepted'), says: '投诉人', sheets: ['答复'] },
    { name: 'complaint-reviews', page: 'pages/complaint/reviews', as: 'gu', says: '待审内容' },
  ]
}
