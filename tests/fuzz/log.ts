/** Keeps the log lines of the API off the screen and remembers the last error, so that a failure can be told with its stack. */
export function quietLog(): { lastError(): string; restore(): void } {
  const write = process.stdout.write.bind(process.stdout)
  let error = ''
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
    const text = String(chunk)
    if (!text.startsWith('{"level"')) return write.call(process.stdout, chunk, ...rest)
    if (text.startsWith('{"level":"error"')) error = text
    return true
  }) as typeof process.stdout.write
  return {
    lastError() {
      const { stack = '' } = error ? (JSON.parse(error) as { stack?: string }) : {}
      error = ''
      return stack
    },
    restore() {
      process.stdout.write = write
    },
  }
}
