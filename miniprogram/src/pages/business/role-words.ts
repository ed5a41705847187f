import { ROLE_NAMES, TEAM_ROLES, type TeamRole } from '@anju/shared/person/role'

/** What each of them may do, in plain words. */
export const ROLE_WORDS: Record<TeamRole, string> = {
  manager: '什么都能办：房屋、租约、签约、账本、邀请管家和会计',
  keeper: '管房屋和租约：登记房屋、发布房源、回复申请、起草租约；看不到账本',
  bookkeeper: '管账本：记收款、看收支、导出；不能改房屋和租约',
}

export const ROLE_OPTIONS = TEAM_ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))
