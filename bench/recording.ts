import type { Change, Store } from '@anju/functions/store/store'

/** A store that remembers its last commit, so that the floor can write the very same items. */
export function recording(store: Store): { store: Store; last: () => Change[] } {
  let changes: Change[] = []
  const wrap = (inner: Store): Store => ({
    ...inner,
    counting: (used) => wrap(inner.counting(used)),
    commit: async (asked) => {
      changes = asked
      await inner.commit(asked)
    },
  })
  return { store: wrap(store), last: () => changes }
}
