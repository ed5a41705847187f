import { HIDDEN, OFFERED } from '../names.ts'
import { complain } from './record.ts'
import { parseUrl } from './runtime.ts'

type Module = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void
type Factory = (...values: unknown[]) => Module

/** The names of the language itself; a browser's other globals are not on `globalThis` in a mini-program. */
const LANGUAGE = (
  'Object Array Map Set WeakMap WeakSet WeakRef Promise Symbol Proxy Reflect JSON Math Date RegExp Error TypeError ' +
  'RangeError SyntaxError EvalError ReferenceError URIError AggregateError Number String Boolean BigInt ArrayBuffer ' +
  'DataView Uint8Array Int8Array Uint8ClampedArray Uint16Array Int16Array Uint32Array Int32Array Float32Array ' +
  'Float64Array BigInt64Array BigUint64Array parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent ' +
  'decodeURI decodeURIComponent escape unescape setTimeout clearTimeout setInterval clearInterval console'
).split(' ')

/** CommonJS as WeChat's logic layer runs it: each script once, with the offered names and nothing of the browser. */
export class Modules {
  readonly #factories = new Map<string, Factory>()
  readonly #loaded = new Map<string, { exports: unknown }>()
  #values: unknown[] = []

  add(path: string, factory: Factory): void {
    this.#factories.set(path, factory)
  }

  offer(offered: Record<string, unknown>): void {
    const page = window as unknown as Record<string, unknown>
    const global = { ...Object.fromEntries(LANGUAGE.map((name) => [name, page[name]])), ...offered }
    const all: Record<string, unknown> = { ...offered, global, globalThis: global, Function: noFunction(global) }
    this.#values = [...OFFERED.map((name) => all[name]), ...HIDDEN.map(() => undefined)]
  }

  require(path: string): unknown {
    const known = this.#loaded.get(path)
    if (known) return known.exports
    const factory = this.#factories.get(path)
    if (!factory) throw new Error(`module '${path}.js' is not defined`)
    const module: { exports: unknown } = { exports: {} }
    this.#loaded.set(path, module)
    const relative = (target: string) => this.require(parseUrl(target.replace(/\.js$/, ''), path).path)
    factory(...this.#values).call(module.exports, relative, module, module.exports)
    return module.exports
  }
}

/** WeChat lets `Function('return this')` find the global object and compiles nothing else. */
function noFunction(global: object): unknown {
  const refuse = (...source: unknown[]) => {
    if (/^\s*return this;?\s*$/.test(String(source.at(-1) ?? ''))) return () => global
    complain('new Function() does not exist in WeChat')
    throw new EvalError('Code generation from strings disallowed for this context')
  }
  function Refused(...source: unknown[]) {
    return refuse(...source)
  }
  Refused.prototype = Function.prototype
  return Refused
}
