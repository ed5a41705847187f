import { handler } from '@anju/functions/api'
import { listen, serveLambda } from '../../tools/lambda-server'

/** The API in a process of its own, so that it can be killed. Tells its address to its parent, and ends with it. */
process.on('disconnect', () => process.exit())
const base = await listen(serveLambda(handler))
await fetch(`${base}/api/me`)
process.send?.(base)
