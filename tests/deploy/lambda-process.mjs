import { pathToFileURL } from 'node:url'

// Stands where Lambda's runtime stands: loads the function that was unpacked somewhere and hands it one event after another.
const { handler } = await import(pathToFileURL(process.argv[2]).href)
process.on('message', async ({ id, event }) => {
  const answer = await handler(event, {}).then(
    (value) => ({ id, value }),
    (error) => ({ id, error: String(error?.stack ?? error) }),
  )
  process.send(answer)
})
process.send({ version: process.version })
