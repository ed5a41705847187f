import { spawnSync } from 'node:child_process'
import { personRoutes } from '@anju/shared/person/person.routes'
import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientAt } from '../../tools/database'
import { type Citizen, openTown, type Town } from '../town'
import { root } from './package'

describe('the first operator administrator', () => {
  let town: Town
  let person: Citizen
  beforeAll(async () => {
    town = await openTown()
    person = await town.join()
  })
  afterAll(() => town.close())

  const grant = (...options: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tools/grant-operator.ts', ...options], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DYNAMODB_ENDPOINT: town.database.endpoint },
    })
  const prefix = () => town.tables.state.replace(/-state$/, '')

  it('is made from a shell, once, with a line in the journal', async () => {
    expect(grant(person.id, prefix())).toMatchObject({ status: 0, stdout: `${person.id}: 平台管理员\n` })
    const { hats, version } = (await person.call(personRoutes.readMe, {})).value
    expect(hats).toContainEqual({ role: 'operator_admin' })
    const client = clientAt(town.database.endpoint)
    const { Items } = await client.send(
      new QueryCommand({
        TableName: town.tables.journal,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: person.id } },
        ScanIndexForward: false,
        Limit: 1,
      }),
    )
    client.destroy()
    expect(Items).toMatchObject([
      { version: { N: String(version) }, kind: { S: 'person.hat_granted' }, by: { S: 'system' } },
    ])
    expect(grant(person.id, prefix())).toMatchObject({ status: 1, stderr: expect.stringContaining('person.hat_held') })
  })
  it('must be somebody who has signed in', () => {
    expect(grant('usr_01KAZZZZZZZZZZZZZZZZZZZZZZ', prefix()).stderr).toContain('person.not_found')
    expect(grant('chen', prefix()).status).toBe(2)
  })
})
