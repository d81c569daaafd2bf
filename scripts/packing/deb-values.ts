/** The maintainer of a .deb and its homepage, without which it can't be built. Null if they aren't given. */
export interface DebValues {
  readonly maintainer: string | null
  readonly homepage: string | null
  /** A sentence for each value that is missing or can't be used. */
  readonly missing: readonly string[]
}

/** Reads them from the environment of the build: only those who roll Ringside out know them. */
export function debValues(env: Readonly<Record<string, string | undefined>>): DebValues {
  const maintainer = fitting(env['RINGSIDE_MAINTAINER'], /^[^<>]+ <[^<>@\s]+@[^<>@\s]+>$/)
  const homepage = fitting(env['RINGSIDE_HOMEPAGE'], /^https:\/\/[^\s/]+(\/\S*)?$/)
  return {
    maintainer,
    homepage,
    missing: [
      ...(maintainer === null
        ? ['A .deb names its maintainer: set RINGSIDE_MAINTAINER, such as "Name <name@your.organisation>".']
        : []),
      ...(homepage === null
        ? ['A .deb names a page: set RINGSIDE_HOMEPAGE to an https address of your organisation.']
        : []),
    ],
  }
}

const fitting = (value = '', form: RegExp): string | null => (form.test(value.trim()) ? value.trim() : null)
