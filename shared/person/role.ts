import * as z from 'zod'

/** Hats that a person may put on alone. They reach what the person is a party to. */
export const PERSONAL_ROLES = ['tenant', 'landlord', 'sublandlord'] as const
/** Hats that are granted and bound to a region. They reach what lies in that region. */
export const STAFF_ROLES = ['clerk', 'town_officer', 'district_officer', 'auditor', 'operator_admin'] as const

export const Role = z.enum([...PERSONAL_ROLES, ...STAFF_ROLES])
export type Role = z.infer<typeof Role>
export const PersonalRole = z.enum(PERSONAL_ROLES)
export const StaffRole = z.enum(STAFF_ROLES)
export type StaffRole = z.infer<typeof StaffRole>

export const ROLE_NAMES: Record<Role, string> = {
  tenant: '租客',
  landlord: '房东',
  sublandlord: '二房东',
  clerk: '社区工作人员',
  town_officer: '镇管理员',
  district_officer: '区管理员',
  auditor: '审计员',
  operator_admin: '平台管理员',
}

export const isStaff = (role: Role): role is StaffRole => (STAFF_ROLES as readonly Role[]).includes(role)

/** Digits of the regions that a staff role may be bound to; the operator's administrator serves the whole deployment. */
export const STAFF_REGION_DIGITS: Record<StaffRole, readonly number[]> = {
  clerk: [9, 12],
  town_officer: [9],
  district_officer: [6],
  auditor: [2, 4, 6, 9],
  operator_admin: [0],
}

export const everySignedIn = [...PERSONAL_ROLES, ...STAFF_ROLES] as const
