/** Who answers for a .deb, and where more is said of it: it can't be built without. Null where nobody was named. */
export interface DebValues {
  readonly maintainer: string | null
  readonly homepage: string | null
  /** A sentence for each value that is not there, or can't be used. */
  readonly missing: readonly string[]
}

/** Reads them from the environment of the build: who rolls Ringside out knows them, and nobody else does. */
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
