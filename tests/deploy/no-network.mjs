import { appendFileSync } from 'node:fs'
import net from 'node:net'

// Preloaded into what must work without a network: a call to another machine is written down and refused.
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...options) {
  const [{ path, host, port } = {}] = Array.isArray(options[0]) ? options[0] : options
  if (path) return connect.apply(this, options)
  appendFileSync(process.env.CALLS_OUT, `${host}:${port}\n`)
  throw new Error(`no network here: ${host}:${port}`)
}
