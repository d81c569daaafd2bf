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
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count, forms) => {
    const selected = rules.select(count)
    const category = categories.find((one) => one === selected) ?? 'other'
    return forms[category].replace('#', numbers.format(count))
  }
}
