import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'

/** Connected to an emergency service in most countries, and by every mobile network. */
const EVERYWHERE = '112 911 999'

/** The emergency numbers of each country, as dialled there: police, ambulance, fire brigade and crisis lines. */
const NUMBERS: Readonly<Record<string, string>> = {
  IL: '100 101 102 104 105 118',
  PS: '100 101 102',
  AE: '996 997 998',
  AR: '100 101 107',
  AT: '122 133 140 142 144',
  AU: '000 106',
  BE: '100 101 110',
  BR: '190 192 193',
  CA: '988',
  CH: '117 118 143 144 147 1414',
  CN: '110 119 120 122',
  CY: '199',
  CZ: '150 155 156 158',
  DE: '110 116117 19222',
  EG: '122 123 126 180',
  ES: '061 062 080 085 091 092',
  FR: '15 17 18 114 115 119 191 196',
  GB: '111 116123 18000',
  GE: '111 113',
  GR: '100 108 166 199',
  IN: '100 101 102 108',
  IT: '113 114 115 118 1530',
  JO: '191 193',
  JP: '110 118 119',
  KR: '110 119',
  LB: '125 140 175',
  MA: '15 19 150 177 190',
  NZ: '111',
  PL: '997 998',
  RU: '01 02 03 04 101 102 103 104',
  SA: '997 998',
  TR: '110 122 155 156 158 177',
  UA: '101 102 103 104',
  US: '988',
  ZA: '10111 10177',
}

const numbersOf = (country: string): readonly string[] =>
  `${EVERYWHERE} ${NUMBERS[country] ?? ''}`.trim().split(' ')

/**
 * Whether digits are an emergency number of this country (ISO 3166) or of any, including with a country code, a trunk
 * zero or an international prefix. Such calls must be made from a phone, which is the only device whose location is
 * known.
 */
export function isEmergency(digits: string, country: string): boolean {
  const plain = digits.replaceAll(/\D/g, '')
  if (numbersOf(country).some((number) => number === plain || `0${number}` === plain)) return true
  const abroad = plain.replace(/^0+/, '')
  return [country, ...Object.keys(NUMBERS)].some((one) => {
    if (!isSupportedCountry(one)) return false
    const code = getCountryCallingCode(one)
    return numbersOf(one).some((number) => abroad === code + number || abroad === `${code}0${number}`)
  })
}
