import * as z from 'zod'

/** Hats that a person may put on alone. They reach what the person is a party to. */
export const PERSONAL_ROLES = ['tenant', 'landlord', 'sublandlord', 'owner'] as const
/** Hats that a holder gives to their staff. They reach what that holder is a party to, while acting for them. */
export const TEAM_ROLES = ['manager', 'keeper', 'bookkeeper'] as const
/** Hats that are granted and bound to a region. They reach what lies in that region. */
export const STAFF_ROLES = ['clerk', 'town_officer', 'district_officer', 'auditor', 'operator_admin'] as const

export const Role = z.enum([...PERSONAL_ROLES, ...TEAM_ROLES, ...STAFF_ROLES])
export type Role = z.infer<typeof Role>
export const PersonalRole = z.enum(PERSONAL_ROLES)
export const TeamRole = z.enum(TEAM_ROLES)
export type TeamRole = z.infer<typeof TeamRole>
export const StaffRole = z.enum(STAFF_ROLES)
export type StaffRole = z.infer<typeof StaffRole>

export const ROLE_NAMES: Record<Role, string> = {
  tenant: '租客',
  landlord: '房东',
  sublandlord: '二房东',
  owner: '业主',
  manager: '经理',
  keeper: '管家',
  bookkeeper: '会计',
  clerk: '社区工作人员',
  town_officer: '镇管理员',
  district_officer: '区管理员',
  auditor: '审计员',
  operator_admin: '平台管理员',
}

export const isTeam = (role: Role): role is TeamRole => (TEAM_ROLES as readonly Role[]).includes(role)
export const isStaff = (role: Role): role is StaffRole => (STAFF_ROLES as readonly Role[]).includes(role)

/** Digits of the regions that a staff role may be bound to; the operator's administrator serves the whole deployment. */
export const STAFF_REGION_DIGITS: Record<StaffRole, readonly number[]> = {
  clerk: [9, 12],
  town_officer: [9],
  district_officer: [6],
  auditor: [2, 4, 6, 9],
  operator_admin: [0],
}

export const everySignedIn = [...PERSONAL_ROLES, ...TEAM_ROLES, ...STAFF_ROLES] as const

/** Who lets homes. */
export const HOLDERS = ['landlord', 'sublandlord'] as const
/** Who may do what a holder may: with homes and leases, with the book, with everything. */
export const HOME_KEEPERS = [...HOLDERS, 'manager', 'keeper'] as const
export const BOOK_KEEPERS = [...HOLDERS, 'manager', 'bookkeeper'] as const
export const HOLDING = [...HOLDERS, ...TEAM_ROLES] as const
/** Who gives and takes the hats of a holder's staff. */
export const APPOINTING = [...HOLDERS, 'manager'] as const
/** Who files a lease: its parties, and who keeps homes for one of them. */
export const FILERS = [...PERSONAL_ROLES, 'manager', 'keeper'] as const
/** Who may be a party to a lease, or act for one. */
export const LEASE_PARTIES = [...PERSONAL_ROLES, ...TEAM_ROLES] as const
