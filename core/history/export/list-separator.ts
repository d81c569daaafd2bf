/**
 * The column separator of a CSV file that is opened by a double click: the list separator of the computer's regional
 * format. Windows uses a semicolon where the decimal separator is a comma, and for Arabic, Urdu and Switzerland; macOS
 * and LibreOffice follow.
 */
export function listSeparator(region: string): ',' | ';' {
  const decimals = new Intl.NumberFormat(region).formatToParts(1.5).find(({ type }) => type === 'decimal')
  const { language, region: country } = new Intl.Locale(region)
  const isOther = ['ar', 'ur'].includes(language) || country === 'CH'
  return decimals?.value !== '.' || isOther ? ';' : ','
}
