import * as z from 'zod'

/** WeChat has no `new Function`: this must run before the first schema is made. */
z.config({ jitless: true })
