import * as z from 'zod'
import { Version } from '../aggregate'
import type { ErrorCode } from '../errors'
import { CommandId } from '../id'
import type { Role } from '../person/role'

/** WeChat sends no body with DELETE on every device, so there is none: what ends something is a POST. */
export type Method = 'GET' | 'POST' | 'PUT'

/**
 * What a route is. From this one declaration come the router, validation, authorization, OpenAPI, the typed client and
 * the access and fuzz tests.
 *
 * - `input` is one flat object: the names in `path` are taken from the path, the rest is the query (GET) or the body.
 * - `access`: `anyone` needs no session; otherwise any one of the roles. A personal role reaches what its bearer is a
 *   party to, a staff role what lies in its region.
 * - `subject` names the input that holds the id whose parties and region are checked, or the region code itself.
 * - `writes` names the input that holds the id of the aggregate that the command changes (`me`: the caller); a write
 *   answers with what reading that aggregate gives.
 * - `output` is parsed on the way out: what is not declared does not leave.
 * - `produces`: the media type of a document; its use case answers with a `FileAnswer`, and its bytes leave.
 */
export interface Route<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  method: Method
  path: string
  summary: string
  access: 'anyone' | readonly Role[]
  subject?: string
  writes?: string
  input: I
  output: O
  produces?: string
  refusals?: readonly ErrorCode[]
}

export type Routes = Record<string, Route>
export type Input<R extends Route> = z.output<R['input']>
export type Output<R extends Route> = z.output<R['output']>

/** Declares a domain's routes and keeps their exact types. */
export const declare = <const T extends Routes>(routes: T): T => routes

/** Fields of a command that makes something: the client makes the id of the new thing and of the command. */
export const making = { commandId: CommandId }
/** Fields of a command that changes something that was read. */
export const changing = { commandId: CommandId, version: Version }

export const Cursor = z
  .string()
  .min(1)
  .max(1_000)
  .meta({ description: 'the `next` of the page before; cannot be made up' })
/** Fields of a request for a page. */
export const paging = { cursor: Cursor.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }
/** A page of a list: `next` is absent on the last one. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: Cursor.optional() })

/** A document: PDF, spreadsheet, text. */
export const FileAnswer = z.object({
  fileName: z.string().meta({ description: 'as it is saved, with its ending' }),
  bytes: z.instanceof(Uint8Array as unknown as abstract new () => Uint8Array),
})
export type FileAnswer = z.infer<typeof FileAnswer>
export const TEXT = 'text/plain; charset=utf-8'
export const PDF = 'application/pdf'
export const ZIP = 'application/zip'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Parameter names in a path: "/filings/{filingId}/approve" → ["filingId"]. */
export const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
