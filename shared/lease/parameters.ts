import type { Certainty } from '../rule'

/** A number of the law or of practice on leases, with its source and how sure it is (rule sheet 0.1). */
export interface LeaseParameter {
  value: number
  source: string
  certainty: Certainty
}
const parameter = (value: number, source: string, certainty: Certainty): LeaseParameter => ({
  value,
  source,
  certainty,
})

export const LEASE_PARAMETERS = {
  maxYears: parameter(20, '民法典第七百零五条', 'V'),
  monthsBetweenRises: parameter(12, '上海市居住房屋租赁管理办法（2011 年）；商品房屋租赁管理办法第九条', 'S'),
  arrearsDaysUsual: parameter(7, '通行做法 7 至 15 天', 'M'),
  lateFeePpmWarned: parameter(1_000, '产品默认值：每日千分之一', 'A'),
  penaltyMonthsWarned: parameter(2, '产品默认值：两个月租金', 'A'),
  penaltyShareWarned: parameter(0.3, '产品默认值：剩余租金的三成', 'A'),
  /** 合理的搬离时间: the law sets no number (N-08). */
  lessorNoticeDays: parameter(15, '住房租赁条例第十二条未定天数，产品默认值', 'A'),
  /** 合理的催告期限, where the lease agreed on none (N-27). */
  demandDays: parameter(15, '民法典第七百二十二条未定天数，产品默认值', 'A'),
  /** Days before the refund of the deposit is due on which its debtor is reminded. */
  refundReminderDays: parameter(3, '产品默认值', 'A'),
} as const satisfies Record<string, LeaseParameter>
