/**
 * A phrase for each of a language's plural categories; `other` is always one. `#` stands for the count, and is omitted
 * if the word itself contains it.
 */
export type PluralForms<Category extends Intl.LDMLPluralRule> = Readonly<Record<Category | 'other', string>>

/** Chooses the phrase for a count, by the rules of Intl. `categories`: those of the language in addition to `other`. */
export function plural<Category extends Intl.LDMLPluralRule>(
  locale: string,
  categories: readonly Category[],
): (count: number, forms: PluralForms<Category>) => string {
  // Made at the first use: together, those of all languages are a thirtieth of a program's start.
  let rules: Intl.PluralRules | undefined
  let numbers: Intl.NumberFormat | undefined
  return (count, forms) => {
    rules ??= new Intl.PluralRules(locale)
    numbers ??= new Intl.NumberFormat(locale)
    const selected = rules.select(count)
    const category = categories.find((one) => one === selected) ?? 'other'
    return forms[category].replace('#', numbers.format(count))
  }
}
