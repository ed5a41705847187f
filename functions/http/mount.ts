import type { Domain } from './use-case'

/**
 * Where a domain lies, known without loading it: the paths under which its routes are (`*` stands for any name; the
 * longest path wins), the kinds of id that it answers for, and the import that brings it when it is first needed.
 */
export interface Mount {
  under: readonly string[]
  kinds?: readonly string[]
  load: () => Promise<Domain>
}

/** Tells under which mount a path lies. */
export function mountsByPath(mounts: Mount[]): (path: string) => Mount | undefined {
  const places = mounts
    .flatMap((mount) => mount.under.map((path) => ({ mount, names: path.split('/') })))
    .sort((one, other) => other.names.length - one.names.length)
  return (path) => {
    const names = path.split('/')
    return places.find((place) => place.names.every((name, index) => name === '*' || name === names[index]))?.mount
  }
}
