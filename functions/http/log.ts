/** One line of JSON on standard output. Ids and codes only: no names, numbers or bodies. */
export function log(level: 'info' | 'warn' | 'error', message: string, facts: object): void {
  process.stdout.write(`${JSON.stringify({ level, message, at: new Date().toISOString(), ...facts })}\n`)
}
