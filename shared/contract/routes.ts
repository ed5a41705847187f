import { billRoutes } from '../bill/bill.routes'
import { businessRoutes } from '../business/business.routes'
import { staffRoutes } from '../business/staff.routes'
import { complaintRoutes } from '../complaint/complaint.routes'
import { contentRoutes } from '../content/content.routes'
import { documentRoutes } from '../document/document.routes'
import { dwellingRoutes } from '../dwelling/dwelling.routes'
import { exportRoutes } from '../export/export.routes'
import { caseRoutes } from '../filing/case.routes'
import { certificateRoutes } from '../filing/certificate.routes'
import { deskRoutes } from '../filing/desk.routes'
import { filingRoutes } from '../filing/filing.routes'
import { materialRoutes } from '../filing/material.routes'
import { headLeaseRoutes } from '../head-lease/head-lease.routes'
import { healthRoutes } from '../health/health.routes'
import { importFileRoutes, importRoutes } from '../import/import.routes'
import { claimRoutes } from '../lease/claim.routes'
import { leaseRoutes } from '../lease/lease.routes'
import { tenancyRoutes } from '../lease/tenancy.routes'
import { ledgerRoutes } from '../ledger/ledger.routes'
import { listingRoutes } from '../listing/listing.routes'
import { messageRoutes } from '../message/message.routes'
import { meterRoutes } from '../meter/meter.routes'
import { splitRoutes } from '../meter/split.routes'
import { noticeRoutes } from '../notice/notice.routes'
import { paymentRoutes } from '../payment/payment.routes'
import { personRoutes } from '../person/person.routes'
import { pictureRoutes } from '../picture/picture.routes'
import { regionRoutes } from '../region/region.routes'
import { repairRoutes } from '../repair/repair.routes'
import { upkeepRoutes } from '../repair/upkeep.routes'
import { workRoutes } from '../repair/work.routes'
import { ruleRoutes } from '../rule/rule.routes'

/** Every route of the product, by its name. */
export const routes = {
  ...healthRoutes,
  ...personRoutes,
  ...regionRoutes,
  ...businessRoutes,
  ...staffRoutes,
  ...importRoutes,
  ...importFileRoutes,
  ...exportRoutes,
  ...dwellingRoutes,
  ...listingRoutes,
  ...leaseRoutes,
  ...tenancyRoutes,
  ...claimRoutes,
  ...messageRoutes,
  ...filingRoutes,
  ...caseRoutes,
  ...certificateRoutes,
  ...deskRoutes,
  ...ruleRoutes,
  ...materialRoutes,
  ...billRoutes,
  ...ledgerRoutes,
  ...meterRoutes,
  ...splitRoutes,
  ...repairRoutes,
  ...workRoutes,
  ...upkeepRoutes,
  ...noticeRoutes,
  ...documentRoutes,
  ...complaintRoutes,
  ...contentRoutes,
  ...pictureRoutes,
  ...headLeaseRoutes,
  ...paymentRoutes,
}
export type RouteName = keyof typeof routes
