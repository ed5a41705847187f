import * as z from 'zod'
import type { IdKind } from './id'
import { RuleHit } from './rule'

/** The one table of refusals: code → HTTP status and the sentence that says what to do next. */
export const ERRORS = {
  'request.no_route': [404, '没有这个地址，请检查链接或升级小程序'],
  'request.method': [405, '这个地址不支持此操作，请升级小程序'],
  'request.json': [400, '提交的内容不是有效的 JSON，请重试或升级小程序'],
  'request.media_type': [415, '请以 application/json 提交'],
  'request.too_large': [413, '提交的内容过大，请精简后重试'],
  'request.invalid': [400, '有内容填写不正确，请按提示修改'],
  'request.cursor': [400, '翻页标记已失效，请从第一页重新查看'],
  'request.command_reused': [409, '这次提交的编号已用于别的内容，请刷新后重新填写'],
  'request.changed': [409, '内容刚被他人更新，请刷新后再操作'],
  'server.busy': [503, '系统繁忙，您的内容没有丢失，请稍后重试'],
  'server.failed': [500, '系统出错，已记录；请稍后重试'],
  'session.missing': [401, '请先登录'],
  'session.expired': [401, '登录已过期，请重新登录'],
  'access.role': [403, '您的身份不能进行此操作，可在“我的”中切换或申请身份'],
  'access.holder': [403, '您已不在这个经营主体任职，请在“我的”中切换身份'],
  'access.region': [403, '这不在您负责的区域内，请联系该区域的工作人员'],
  'wechat.code': [400, '微信授权码无效或已使用，请重新授权'],
  'wechat.unavailable': [503, '微信服务暂时没有响应，请稍后重试'],
  'region.not_found': [404, '没有这个行政区划代码，请重新选择'],
  'person.not_found': [404, '没有找到这个人，请核对编号'],
  'person.identity_missing': [409, '请先在“我的—实名信息”中填写姓名和证件号码'],
  'person.has_open_affairs': [409, '您还有未结束的租约或备案，请先办结再注销账号'],
  'person.hat_held': [409, '您已经有这个身份，请在“我的”中切换'],
  'person.hat_not_held': [409, '您没有这个身份，无需移除'],
  'person.hat_region': [400, '请为工作人员身份选择行政区划：区 6 位、镇 9 位或居委会 12 位'],
  'person.hat_of_holder': [403, '经理、管家和会计由房东或二房东邀请，请让对方在“员工”中办理'],
  'person.hat_kept': [409, '租客身份是登录的基础，不能收回'],
  'person.has_staff': [409, '您的团队里还有员工，请先在“员工”中移除，再注销账号'],
  'person.phone_taken': [409, '这个手机号已绑定其他账号，请先在原账号解绑'],
  'business.not_found': [404, '没有找到这个经营主体，请在“我的”中核对当前身份'],
  'staff.not_found': [404, '没有找到这位员工，请刷新查看'],
  'staff.invitation_not_found': [404, '没有找到这个邀请，请刷新查看'],
  'staff.invitation_over': [409, '这个邀请已使用或已撤回，请刷新查看'],
  'staff.code': [404, '邀请码不对、已使用或已过期，请向邀请您的人核对'],
  'staff.too_many_tries': [429, '输错的次数太多，请一小时后再试，或请对方重新发送邀请'],
  'staff.own_team': [409, '不能加入自己的团队，请用员工本人的账号登录'],
  'staff.above_you': [403, '经理不能任免经理，请由房东或二房东本人办理'],
  'staff.limit': [409, '员工和邀请的数量已达上限，请先移除或撤回'],
  'dwelling.not_found': [404, '没有找到这处房屋，请返回列表重新选择'],
  'dwelling.exists': [409, '您已登记过这处房屋，请在房管中查看'],
  'dwelling.region_mismatch': [400, '房屋编号与地址所在街镇不一致，请重新选择街镇'],
  'dwelling.no_such_unit': [400, '房屋里没有这个房间或床位，请重新选择'],
  'dwelling.unit_in_use': [409, '有房源或租约正在使用这个房间，不能移除'],
  'works.not_found': [404, '没有找到这次装修，请刷新查看'],
  'works.days': [400, '装修的日期不对，请检查开始和结束日期'],
  'works.unit_let': [409, '这段时间房间已出租，不能安排装修，请改日期'],
  'works.overlap': [409, '这段时间已安排装修，请先结束原来的装修'],
  'dwelling.blocked': [422, '按租赁规定不能这样登记，请按提示修改'],
  'dwelling.limit': [409, '本账号登记的房屋已达上限，请联系工作人员'],
  'listing.not_found': [404, '这套房源不存在或已下架，请看看其他房源'],
  'listing.withdrawn': [409, '房源已下架，请看看其他房源'],
  'listing.unit_listed': [409, '这个出租单位已有在架房源，请先下架再发布'],
  'listing.unit_let': [409, '这个出租单位已签约，租期内不能发布房源'],
  'listing.blocked': [422, '按租赁规定不能发布，请按提示修改'],
  'listing.imported': [409, '这是外部导入的房源，暂不能在线申请，请联系发布方'],
  'request.not_found': [404, '没有找到这个租房申请'],
  'request.own_listing': [409, '不能申请自己发布的房源'],
  'request.already_open': [409, '您已申请过这套房源，请等待房东回复'],
  'request.not_open': [409, '这个申请已处理，请刷新查看'],
  'lease.not_found': [404, '没有找到这份租约'],
  'lease.blocked': [422, '租约内容不符合规定，请按提示修改'],
  'lease.not_offered': [409, '租约当前状态不能进行此操作，请刷新查看'],
  'lease.already_signed_by_you': [409, '您已签署，请等待对方签署'],
  'lease.unit_taken': [409, '该房间在这段租期内已有租约，不能重复出租'],
  'lease.unit_in_works': [409, '该房间在这段租期内正在装修，请改租期或先结束装修'],
  'lease.not_party': [403, '只有租约双方可以签署，请由出租方或承租方登录办理'],
  'lease.not_signed': [409, '租约双方签署后才能办理'],
  'lease.not_now': [409, '租约当前状态不能进行此操作，请刷新查看'],
  'lease.nothing_proposed': [409, '没有待确认的内容，请刷新查看'],
  'lease.own_proposal': [409, '这是您提出的，请等待对方确认'],
  'lease.not_ending': [409, '租约尚未到期，请先发出退租通知再办理退房'],
  'lease.notice_too_short': [409, '最后居住日太近，请按约定的通知天数改晚一些'],
  'lease.demand_first': [409, '因欠租解除前须先催告并等满期限，请按提示办理'],
  'lease.amended_often': [409, '这份租约变更次数过多，请改为续签新租约'],
  'lease.renewal_start': [400, '续签的起租日必须是原租期结束的次日，请修改'],
  'lease.already_renewed': [409, '这份租约已有续签，请查看新租约'],
  'lease.deduction_unlisted': [422, '扣减事由不在租约列明的范围内，请按提示修改'],
  'lease.refunded': [409, '结算款已记录，请刷新查看'],
  'filing.not_found': [404, '没有找到这份备案'],
  'filing.blocked': [422, '按租赁规定不能提交备案，请按提示修改'],
  'filing.exists': [409, '这份租约已有办理中或已通过的备案，请查看进度'],
  'filing.not_submitted': [409, '这份备案已在办理或已办结，请刷新查看'],
  'filing.not_in_review': [409, '这份备案不在审核中，请先受理或刷新查看'],
  'filing.not_returned': [409, '这份备案没有退回补正，不能重新提交'],
  'filing.not_withdrawable': [409, '备案已办结，不能撤回，请刷新查看'],
  'filing.own_submission': [409, '不能审核自己提交的备案，请转给其他工作人员'],
  'filing.taken_by_other': [409, '同事已受理这份备案，请查看其他待办'],
  'filing.region_mismatch': [400, '备案编号与房屋所在街镇不一致，请返回租约重新发起'],
  'picture.not_found': [404, '没有找到这张照片，请刷新查看'],
  'picture.not_arrived': [409, '照片还没有上传完成，请重新上传'],
  'picture.unreadable': [422, '这不是完整可用的照片，请换一张 JPG、PNG 或 WebP 照片'],
  'picture.purpose': [400, '照片用途与房屋或租约不符，请重新选择'],
  'picture.evidence': [409, '交接照片是双方的凭证，不能删除'],
  'files.unavailable': [503, '照片存储暂时没有响应，请稍后重试'],
  'bill.not_found': [404, '没有找到这张账单'],
  'bill.settled': [409, '这张账单已结清、取消或核销，不能再操作，请刷新查看'],
  'bill.has_payments': [409, '这张账单已有收款，请先撤销收款再取消'],
  'bill.exceeds': [409, '收款超过应付金额；多收的部分请选择记为预付款'],
  'bill.no_rent_ahead': [409, '这张账单没有租金，不能记预付款，请按应付金额收款'],
  'bill.limit': [409, '这张账单的收款或项目已达上限，请另开一张账单'],
  'bill.region_mismatch': [400, '账单编号与房屋所在街镇不一致，请返回租约重新操作'],
  'bill.late_fee_exceeds': [409, '违约金超过租约约定的金额，请核对逾期天数和比例'],
  'bill.not_overdue': [409, '账单还没有逾期，不能催告，请到期后再操作'],
  'bill.payment_not_found': [404, '没有找到这笔收款'],
  'bill.payment_reversed': [409, '这笔收款已撤销，请刷新查看'],
  'bill.too_long': [409, '这张账单跨越多年或项目较多，不能取消，请核销后另开账单'],
  'bill.prepaid_spent': [409, '多收的预付款已抵扣后面的账单，请先撤销那次抵扣'],
  'meter.not_found': [404, '没有找到这块表，请返回列表重新选择'],
  'meter.exists': [409, '这个位置已登记同类的表，换了新表请用“换表”'],
  'meter.limit': [409, '这处房屋登记的表已达上限，请联系工作人员'],
  'meter.unread': [409, '这段时间表的读数不够，请先抄表再分摊'],
  'meter.no_main': [409, '这处房屋还没有登记总表，请先登记'],
  'meter.no_tariff': [409, '没有这个城市的价格表，请改用自定单价或账单金额'],
  'meter.future': [400, '日期不能晚于今天，请修改日期'],
  'meter.went_back': [422, '读数比上次小，请核对；换了表请登记换表，上次抄错请先撤销上次读数'],
  'meter.suspicious': [422, '读数与这块表以往的用量不符，请再看一遍表，或说明原因后保存'],
  'meter.day_read': [409, '这一天已有读数，请比较两个读数后决定留哪一个'],
  'meter.later_read': [409, '这块表已有更晚的读数，请核对日期；确要补录请先撤销后来的读数'],
  'meter.before_installed': [400, '这一天表还没有装上，请核对日期'],
  'meter.replaced_often': [409, '这块表更换次数已达上限，请联系工作人员'],
  'meter.reading_not_found': [404, '没有找到这次读数，可能已撤销，请刷新查看'],
  'meter.split_nothing': [400, '没有可分摊的房间或人数，请核对'],
  'meter.split_area': [409, '有房间没有登记使用面积，请补登记或换一种分摊方式'],
  'meter.split_room_unread': [409, '有房间没有分表或读数不够，请先抄表或换一种分摊方式'],
  'meter.split_rooms_exceed': [409, '各房间分表之和大于总表，请核对读数'],
  'ledger.entry_not_found': [404, '没有找到这笔账'],
  'ledger.already_reversed': [409, '这笔账已红冲，不能再次红冲，请刷新查看'],
  'ledger.of_bill': [409, '这笔账属于一张账单，请在账单里撤销收款或取消账单'],
  'ledger.is_reversal': [409, '红冲分录不能再红冲，请重新记一笔'],
  'ledger.future': [400, '日期不能晚于今天，请修改日期'],
  'ledger.period_closed': [409, '这个月已结账，不能再记入；请把日期改到未结账的月份补记，原账有误请先红冲'],
  'ledger.month_not_over': [409, '本月还没有结束，请等到下个月再结账'],
  'ledger.deposit_short': [409, '这份租约的押金余额不够，请核对已收、已退和已抵扣的押金'],
  'ledger.deposit_exceeds': [409, '收到的押金超过租约约定的押金，请核对金额'],
  'payment.not_offered': [409, '本平台尚未开通微信支付，请按约定方式付款，由房东记账'],
  'payment.refused_by_wechat': [409, '微信支付没有接受这笔订单，请稍后重试，或请房东检查收款商户号'],
  'payment.merchant_refused': [409, '微信支付不认可这个收款商户号，请房东核对特约商户号和授权'],
  'payment.refund_refused': [409, '微信支付没有接受退款，请核对商户余额后重试，或线下退款并记账'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorCode = keyof typeof ERRORS

/** What is said of a thing that does not exist, or not for the caller, by the kind of its id. */
export const NOT_FOUND: Partial<Record<IdKind, ErrorCode>> = {
  dwl: 'dwelling.not_found',
  lst: 'listing.not_found',
  ask: 'request.not_found',
  lea: 'lease.not_found',
  fil: 'filing.not_found',
  pic: 'picture.not_found',
  biz: 'business.not_found',
  inv: 'staff.invitation_not_found',
  bil: 'bill.not_found',
  mtr: 'meter.not_found',
}

/** Which field of the input is wrong, and how to mend it. */
export const FieldError = z.object({ path: z.string(), message: z.string() })
export type FieldError = z.infer<typeof FieldError>

/** The body of every answer that is not 2xx. */
export const ErrorBody = z.object({
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  requestId: z.string(),
  fields: z.array(FieldError).optional(),
  rules: z.array(RuleHit).optional(),
})
export type ErrorBody = z.infer<typeof ErrorBody>

/** A refusal: thrown by rules and use cases, turned into an `ErrorBody` by the router. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: { fields?: FieldError[]; rules?: RuleHit[] } = {},
  ) {
    super(code)
    this.name = 'DomainError'
  }

  get status(): number {
    return ERRORS[this.code][0]
  }

  get sentence(): string {
    return ERRORS[this.code][1]
  }
}
