import { foldText } from '../fold-text.ts'

/** What a column of a list contains; null for anything else. */
export type BookColumn = 'name' | 'first' | 'middle' | 'last' | 'company' | 'note' | 'number'

/**
 * What the heading of a column means, in the languages of Ringside and those of common address books (Google, Outlook, and
 * Apple's among them); null for a heading that means something else.
 */
export function columnOf(heading: string): BookColumn | null {
  const text = foldText(heading)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (NOT.test(text)) return null
  for (const [column, words] of NAMES) if (words.has(text)) return column
  return PHONE.test(text) || NUMBER.test(text) ? 'number' : null
}

const folded = (words: string): ReadonlySet<string> =>
  new Set(words.split(',').map((word) => foldText(word).trim()))

/** About a number, or its kind: not the number itself. */
const NOT = foldPattern('type|label|kind|fax|pager|סוג|תווית|פקס|نوع|فاكس|тип|факс|телефакс')

const PHONE = foldPattern(
  'phones?|telephone|mobile|mobil|cell|cellular|tel|gsm|whatsapp|handy|telefon|telefoon|telefono|téléphone|' +
    'portable|celular|móvil|rufnummer|telefonnummer|טלפון|טלפונים|נייד|סלולרי|הטלפון|' +
    'هاتف|الهاتف|جوال|الجوال|محمول|المحمول|موبايل|телефон|телефоны|мобильный|мобильного|тел|сотовый',
)

/** With another word, as in "account number", it is any number. */
const NUMBER = new RegExp(
  String.raw`^(?:${foldText('numbers?|מספר|מספרים|رقم|الرقم|الأرقام|номер|номера')})(?: \d+)?$`,
  'u',
)

const NAMES: readonly (readonly [BookColumn, ReadonlySet<string>])[] = [
  [
    'name',
    folded(
      'name,full name,display name,contact,contact name,file as,customer,customer name,client,caller,person,vollständiger name,' +
        'nom complet,nombre completo,nom et prénom,שם,שם מלא,איש קשר,שם איש קשר,שם הלקוח,שם לקוח,לקוח,' +
        'الاسم,اسم,الاسم الكامل,جهة الاتصال,اسم العميل,العميل,имя и фамилия,фио,полное имя,контакт,клиент,название,абонент',
    ),
  ],
  ['first', folded('first name,given name,first,vorname,prénom,nombre,שם פרטי,الاسم الأول,имя')],
  ['middle', folded('middle name,additional name,שם אמצעי,الاسم الأوسط,отчество')],
  [
    'last',
    folded(
      'last name,family name,surname,last,nachname,familienname,nom,nom de famille,apellido,apellidos,שם משפחה,' +
        'اسم العائلة,اللقب,الكنية,фамилия',
    ),
  ],
  [
    'company',
    folded(
      'company,company name,organization,organisation,organization name,organization 1 name,business,employer,account,account name,' +
        'firma,unternehmen,société,entreprise,empresa,חברה,שם חברה,שם החברה,ארגון,מקום עבודה,' +
        'الشركة,شركة,اسم الشركة,المؤسسة,компания,организация,фирма',
    ),
  ],
  [
    'note',
    folded(
      'note,notes,comment,comments,remark,remarks,description,notiz,notizen,bemerkung,notas,remarque,remarques,' +
        'הערה,הערות,תיאור,ملاحظة,ملاحظات,تعليق,заметка,заметки,примечание,примечания,комментарий,комментарии',
    ),
  ],
]

/** One of these words anywhere in a heading. */
function foldPattern(words: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${foldText(words)})(?!\p{L})`, 'u')
}
