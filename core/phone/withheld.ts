import { foldText } from '../fold-text.ts'

/** What phone systems write for a caller who withholds the number or is unknown: English first, then others. */
const KEPT_BACK = vocabulary(`
  anonymous anonymised anonymized private privacy restricted withheld unknown unavailable blocked hidden secret concealed
  incognito masked redacted anon nil nan empty obfuscated protected unkown anonymus payphone unpublished asterisk freeswitch suppressed unidentified undisclosed unlisted undefined unspecified unassigned null none invalid
  חסוי חסויה חסוים חסום חסומה מוסתר מוסתרת נסתר פרטי פרטית אלמוני אלמונית אנונימי אנונימית מוגבל מוגבלת סודי סודית סמוי
  مجهول مجهولة محجوب محجوبة مخفي مخفية خاص خاصة مقيد المجهول المحجوب المخفي الخاص سري سرية محظور محظورة حجب مكتوم
  аноним анонимный анонимно анонимен скрыт скрытый скрыто неизвестен неизвестный неизвестно неопределён неопределенный
  частный приватный засекречен засекреченный закрытый ограничен недоступен заблокирован неопознан неопознанный запрещён запрещено
  антиопределитель неопределяемый конфиденциально
  anonym anonyme anonyma anonimo anonimowy anoniem anonim unbekannt unterdrückt privat privatnummer geheim verborgen
  inconnu inconnue masqué privé privée caché cachée indisponible restreint
  desconocido desconocida oculto oculta privado privada restringido bloqueado desconhecido confidencial
  sconosciuto sconosciuta nascosto nascosta privato riservato
  onbekend afgeschermd privénummer nieznany zastrzeżony ukryty prywatny gizli bilinmeyen
  unbekannte unbekannter unterdrückte anonymer anonymes private privater restrito okänt okänd skyddat hemligt dolt
  ukendt ukjent skjult hemmelig tuntematon salainen özel ismeretlen rejtett neznámé skryté soukromé άγνωστος απόκρυψη απόρρητο
  非通知 匿名 未知 未知号码 未知號碼 未知来电 私人号码 隐藏号码 無來電顯示 表示圏外 발신번호표시제한
  невідомий невідомо прихований анонімний necunoscut ascuns
`)

/** Words for missing, unknown or not given, such as `No Caller ID`. */
const NOT = vocabulary(
  'no not without non nicht sans sin senza לא ללא בלי בלתי אין غير بدون بلا لا нет не без keine kein geen brak sem não ikke',
)

/** What is withheld, and how: words without a meaning of their own. */
const WHAT = vocabulary(`
  number num caller callerid call calls id cid cli clip clir name party user subscriber source address identity line
  presentation phone out of area available provided disclosed identified known given by the published listed network policy
  מספר המספר שיחה שיחת מתקשר מתקשרת המתקשר פונה זיהוי שם טלפון מזוהה מזוהים ידוע ידועה זמין זמינה ניתן מוכר מוכרת ממספר מס נמסר נחשף ה
  رقم الرقم متصل المتصل مكالمة اتصال هوية الهوية اسم هاتف معروف معروفة متاح متاحة متوفر متوفرة محدد يوجد مسجل
  номер номера абонент вызов звонок звонящий контакт имя определён определен определился известен доступен указан опознан абонентом
  nummer rufnummer anrufer teilnehmer anruf verfügbar numéro appelant appel correspondant disponible
  número numero llamada identidad chiamante chiamata chamada identificado beller numer numara arayan număr identificar oproep numeru szám číslo αριθμός
`)

/** Every word that marks a caller as withheld, folded with `foldText`. */
export const WITHHELD_WORDS: ReadonlySet<string> = new Set([...KEPT_BACK, ...NOT, ...WHAT])

/** Search words for withheld callers, besides what was received: as shown, or as usually called. */
export const WITHHELD_TERMS: readonly string[] = [
  ...['withheld number', 'anonymous', 'private number', 'unknown caller'],
  ...['מספר חסוי', 'אנונימי', 'לא מזוהה', 'رقم محجوب', 'مجهول', 'скрытый номер', 'неизвестный'],
]

const PHRASES = [
  'n a',
  'na',
  'pay phone',
  'coin line',
  'out of area',
  'o',
  'p',
  'interaction with other service',
  'interaction with other services',
  '알 수 없음',
].map(foldText)

/**
 * A word on the keypad, which some carriers send as a number: `+266696687` is ANONYMOUS
 * (https://support.twilio.com/hc/en-us/articles/223179988).
 */
const KEYPAD = 'abc def ghi jkl mno pqrs tuv wxyz'.split(' ')
const SPELLED = [
  ...['266696687', '00266696687'], // the only word that can't be a number of a country either
  ...['anonymous', 'restricted', 'blocked', 'unknown', 'unavailable', 'private'].map(
    (word) =>
      `+${word.replaceAll(/./g, (letter) => String(2 + KEYPAD.findIndex((key) => key.includes(letter))))}`,
  ),
]

/** Digits that were masked before they arrived, such as `052***4567` and `05X-XXX-XX67`. */
const MASK = /[*•●∙·⋅○■▪█_?#.]{3}|[•●]|\d\D*\*{2}/u

/**
 * True when the caller is unknown: a word for a withheld number in any of many languages, a partly hidden number,
 * nothing at all, or only zeros and punctuation. `number`: without surrounding text.
 */
export function isWithheld(number: string): boolean {
  const signs = number.replaceAll(/[\s().]/g, '')
  if (/^[^\p{L}1-9]*$/u.test(signs) || /^-\d$/.test(signs) || SPELLED.includes(signs)) return true
  const letters = number.replaceAll(/\P{L}/gu, '')
  if (/^[xх]*$/iu.test(letters)) return MASK.test(number) || /[xх]{2}/iu.test(number)
  const words = foldText(number).match(/[\p{L}\d]+/gu) ?? []
  const has = (some: ReadonlySet<string>): boolean => words.some((word) => some.has(word))
  const isDescribed = has(KEPT_BACK) || (words.length > 1 && has(NOT))
  return PHRASES.includes(words.join(' ')) || (isDescribed && words.every((word) => WITHHELD_WORDS.has(word)))
}

function vocabulary(words: string): ReadonlySet<string> {
  return new Set(foldText(words).trim().split(' '))
}
