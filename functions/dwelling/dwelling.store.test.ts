import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { DomainError } from '@anju/shared/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome } from '../../tests/let-home'
import { type Citizen, commandId, openTown, type Town } from '../../tests/town'
import type { Store } from '../store/store'
import { readHome } from './dwelling.store'

describe('a home read with its occupation', () => {
  let town: Town
  let holder: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
  })
  afterAll(() => town.close())

  it('is the one that its last revision made, or is refused', async () => {
    const { store, now } = town.world
    const { dwellingId } = await advertisedHome(holder)
    const read = (from: Store) => readHome(from, dwellingId, holder.id, now())
    expect(await read(store)).toMatchObject({ dwelling: { version: 1 }, occupation: { version: 1 } })
    // A batch that read the home before the revision and the occupation after it.
    const early = await store.get<Dwelling>('state', {
      pk: `${dwellingId.split('_')[1]}#${dwellingId}`,
      sk: 'dwelling',
    })
    const torn: Store = {
      ...store,
      getMany: async <T>(...asked: Parameters<Store['getMany']>) => [
        early as T,
        ...(await store.getMany<T>(...asked)).slice(1),
      ],
    }
    const { address, communityName, certificateBedrooms, rooms, version } = (await read(store)).dwelling
    const facts = { address, communityName, certificateBedrooms, rooms }
    void (await holder.call(dwellingRoutes.reviseDwelling, { ...facts, commandId: commandId(), dwellingId, version }))
      .value
    expect(await read(store)).toMatchObject({ dwelling: { version: 2 }, occupation: { dwellingVersion: 2 } })
    await expect(read(torn)).rejects.toEqual(new DomainError('request.changed'))
  })
})
