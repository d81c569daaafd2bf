import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../testing/any-text.ts'
import { defusedCell, plainCell } from './defused-cell.ts'
import type { EntryText } from './entry.ts'
import { exportBook } from './export-book.ts'
import { openAddressBook } from './open-address-book.ts'
import { readBookFile } from './read-book-file.ts'
import { readEntry } from './read-entry.ts'
import { entryTexts } from './testing/entry-texts.ts'
import { LANGUAGES } from '../words/languages.ts'
import { wordsFor } from '../words/words-for.ts'

const entry = (name: string, ...numbers: string[]): EntryText => ({ name, company: '', note: '', numbers })

function read(file: Uint8Array | string): readonly EntryText[] | string {
  const result = readBookFile(typeof file === 'string' ? Buffer.from(file) : file, 'IL')
  return typeof result === 'string' ? result : [...result]
}

/** What an address book has after importing these entries. */
function stored(written: readonly EntryText[]): readonly EntryText[] {
  const book = openAddressBook({ path: ':memory:', region: () => 'IL', now: () => 0, log: () => undefined })
  book.add(
    written.map((text) => readEntry(text, 'IL')),
    'IL',
  )
  const entries = book.entries().map(({ name, company, note, numbers }) => ({ name, company, note, numbers }))
  book.close()
  return entries
}

describe('an exported address book', () => {
  it('gives the same entries when it is imported, in every language, region and Unicode encoding', () => {
    fc.assert(
      fc.property(
        fc.array(entryTexts, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom('en-US', 'he-IL', 'ru-RU', 'ar-EG'),
        fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
        (written, language, region, encoding) => {
          const before = stored(written)
          const headings = wordsFor(language, []).export.book
          const text = [...exportBook(before, headings, region)].join('')
          const again = read(Buffer.from(text, encoding))
          if (typeof again === 'string') throw new Error(again)
          expect(stored(again)).toEqual(before)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('runs nothing in a spreadsheet: no cell starts with a formula, whatever separates cells there', () => {
    fc.assert(
      fc.property(entryTexts, fc.constantFrom(',', ';', '\t', '|', '\n'), (written, separator) => {
        const text = [...exportBook(stored([written]), wordsFor('en', []).export.book, 'en-US')].join('')
        for (const cell of text.split(/\r\n|\n/).flatMap((line) => line.split(separator)))
          expect(cell.replace(/^[\s"\0\uFEFF]+/, '')).not.toMatch(
            /^[=@＝＠]|^[+\-＋－](?!\d[\d ]*(?:$|[,;|\t"]))/,
          )
      }),
      { numRuns: 200 },
    )
  })

  it('has each text with at most an apostrophe more, which an import removes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          entryTexts.map(({ note }) => note),
          anyText({ maxLength: 20 }),
        ),
        (text) => {
          expect(plainCell(defusedCell(text))).toBe(text)
        },
      ),
      { numRuns: 500 },
    )
    expect(['=1+1', "'=1+1", 'a;=1', '0521234567', "'t Hooft", '+972 52 123 4567'].map(defusedCell)).toEqual([
      ...["'=1+1", "''=1+1", "a;'=1", "'0521234567", "'t Hooft", '+972 52 123 4567'],
    ])
  })
})

describe('a CSV file', () => {
  it.each([
    ['commas', 'Name,Company,Phone\nDana,Acme,052-1234567'],
    ['semicolons, as Excel writes them', 'Name;Company;Phone\r\nDana;Acme;052-1234567\r\n'],
    ['tabs', 'Name\tCompany\tPhone\nDana\tAcme\t052-1234567'],
    ['bars', 'Name|Company|Phone\nDana|Acme|052-1234567'],
    ['a line that names the separator', 'sep=^\nName^Company^Phone\nDana^Acme^052-1234567'],
    ['old line breaks', 'Name,Company,Phone\rDana,Acme,052-1234567\r'],
    ['quotes', '"Name","Company","Phone"\n"Dana","Acme","052-1234567"'],
    ['a byte order mark', '\uFEFFName,Company,Phone\nDana,Acme,052-1234567'],
    ['Hebrew headings', 'שם,חברה,טלפון נייד\nDana,Acme,052-1234567'],
    ['Arabic headings', 'الاسم;الشركة;رقم الهاتف\nDana;Acme;052-1234567'],
    ['Russian headings', 'ФИО;Компания;Мобильный телефон\nDana;Acme;052-1234567'],
    ['German headings', 'Name;Firma;Telefon\nDana;Acme;052-1234567'],
    ['no headings', 'Dana,Acme,052-1234567'],
    ['headings that are unknown', 'Wer,Wo,Was\nDana,Acme,052-1234567'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual([{ name: 'Dana', company: 'Acme', note: '', numbers: ['052-1234567'] }])
  })

  it('is read as Google and Outlook export it', () => {
    expect(
      read(
        'First Name,Middle Name,Last Name,Organization Name,Notes,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Value\n' +
          'Dana,,Levi,Acme,"VIP\nlate",d@x.example,Mobile,+972 52-123-4567 ::: 03-900-1234,100',
      ),
    ).toEqual([
      {
        name: 'Dana Levi',
        company: 'Acme',
        note: 'VIP\nlate',
        numbers: ['+972 52-123-4567 ::: 03-900-1234', '100'],
      },
    ])
    expect(
      read(
        '"First Name","Last Name","Company","Business Phone","Business Fax","Mobile Phone"\r\n"Noa","","","03","04","052"',
      ),
    ).toEqual([entry('Noa', '03', '052')])
  })

  it.each([
    ['windows-1255', 'שם;טלפון\nדנה כהן;0521234567', 'דנה כהן'],
    ['windows-1252', 'Name;Telefon\nJosé Müller;0521234567', 'José Müller'],
    ['windows-1251', 'Имя и фамилия;Телефон\nСемён Петров;0521234567', 'Семён Петров'],
    ['windows-1256', 'الاسم;الهاتف\nمحمد أحمد;0521234567', 'محمد أحمد'],
  ])('is read in %s', (charset, text, name) => {
    expect(read(inCharset(text, charset))).toEqual([entry(name, '0521234567')])
  })

  it.each(['le', 'be'])('is read in UTF-16%s, with and without a byte order mark', (order) => {
    const text = Buffer.from('שם,טלפון\nדנה,0521234567', 'utf16le')
    const bytes = order === 'le' ? text : Buffer.from(text).swap16()
    const mark = order === 'le' ? [0xff, 0xfe] : [0xfe, 0xff]
    for (const file of [bytes, Buffer.from([...mark, ...bytes])])
      expect(read(file)).toEqual([entry('דנה', '0521234567')])
  })
})

describe('a column', () => {
  it.each([
    'Account number',
    'VAT number',
    'Number of calls',
    'מספר לקוח',
    'מספר ח.פ.',
    'رقم الحساب',
    'Номер договора',
  ])('headed “%s” isn’t a phone number beside one that is', (heading) => {
    expect(read(`Name,${heading},Phone\nDana,515123456,052-1234567`)).toEqual([entry('Dana', '052-1234567')])
  })

  it.each([
    'Number',
    'Number 2',
    'Contact number',
    'Phone number',
    'מספר',
    'מספר טלפון',
    'الرقم 1',
    'Номер 3',
  ])('headed “%s” is a phone number', (heading) => {
    expect(read(`Name,${heading}\nDana,052-1234567`)).toEqual([entry('Dana', '052-1234567')])
  })

  it.each(['2026-01-02', '02/01/2026', '2.1.2026 10:14', '02/01/26'])(
    'of dates such as %s isn’t one of numbers',
    (date) => {
      expect(read(`Dana,${date},0521234567\nNoa,${date},0521234568`)).toEqual([
        entry('Dana', '0521234567'),
        entry('Noa', '0521234568'),
      ])
    },
  )
})

describe('a file that isn’t a list', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n\n', 'empty'],
    ['a sentence', 'Dear Dana, how are you', 'no-numbers'],
    ['a word', 'hello', 'not-a-list'],
    ['a quotation that never ends', 'Name,Phone\n"Dana,052', 'not-a-list'],
    ['names only', 'Name,Company\nDana,Acme', 'no-numbers'],
    ['an Excel workbook', Buffer.from('504b030414000600', 'hex'), 'workbook'],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-list'],
  ])('is refused: %s', (_, file, why) => {
    expect(read(file)).toBe(why)
  })

  it('never makes the import throw, whatever its bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'BEGIN:VCARD\n', 'Name,Phone\n'),
        (bytes, start) => {
          const result = read(Buffer.concat([Buffer.from(start), bytes]))
          expect(typeof result === 'string' || Array.isArray(result)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a vCard file', () => {
  const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')

  it.each([
    [
      '3.0',
      card('VERSION:3.0', 'FN:Dana Levi', 'ORG:Acme;Sales', 'TEL;TYPE=CELL:052-1234567', 'NOTE:a\\, b\\nc'),
    ],
    [
      '4.0',
      card(
        'VERSION:4.0',
        'FN:Dana Levi',
        'ORG:Acme;Sales',
        'TEL;VALUE=uri;TYPE="voice,cell":052-1234567',
        'NOTE:a\\, b\\Nc',
      ),
    ],
    [
      '2.1',
      card(
        'VERSION:2.1',
        'N:Levi;Dana',
        'ORG:Acme;Sales',
        'TEL;CELL:052-1234567',
        'NOTE;ENCODING=QUOTED-PRINTABLE:a, b=0D=0Ac',
      ),
    ],
    [
      'no version',
      card(
        'FN:Dana Levi',
        'ORG:Acme;Sales',
        'item1.TEL:052-1234567',
        'item1.X-ABLabel:Desk',
        'NOTE:a, b',
        'NOTE:c',
      ),
    ],
    ['lower case', card('version:3.0', 'fn:Dana Levi', 'org:Acme;Sales', 'tel:052-1234567', 'note:a, b\\nc')],
  ])('of version %s is read', (_, text) => {
    expect(stored(read(text) as EntryText[])).toEqual([
      { name: 'Dana Levi', company: 'Acme, Sales', note: 'a, b\nc', numbers: ['052-1234567'] },
    ])
    expect(read(text.replaceAll('\r\n', '\n'))).toEqual(read(text))
  })

  it.each([
    [
      'quoted-printable in UTF-8, with soft line breaks',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D7=9B=D7=94=D7=9F;=D7=93=\r\n=D7=A0=D7=94;;;',
    ],
    [
      'quoted-printable with the short form of its name',
      'FN;QUOTED-PRINTABLE;CHARSET=UTF-8:=D7=93=D7=A0=D7=94 =\r\n=D7=9B=D7=94=D7=9F',
    ],
    [
      'quoted-printable in another charset',
      'FN;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1255:=E3=F0=E4 =EB=E4=EF',
    ],
    ['base64', `FN;ENCODING=b:${Buffer.from('דנה כהן').toString('base64')}`],
    ['a line folded within a word', 'FN:דנה כ\r\n הן'],
  ])('is read with %s', (_, line) => {
    expect(read(card('VERSION:2.1', line, 'TEL:100'))).toEqual([entry('דנה כהן', '100')])
  })

  it('is read folded within a letter', () => {
    const bytes = Buffer.from(card('VERSION:3.0', 'FN:דנה כהן', 'TEL:100'))
    const at = bytes.indexOf(Buffer.from('כ')) + 1
    const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)])
    expect(read(folded)).toEqual([entry('דנה כהן', '100')])
  })

  it.each(['windows-1255', 'utf-16le'])('is read in %s without saying so', (charset) => {
    const text = card('VERSION:2.1', 'FN:דנה כהן', 'TEL:100')
    const bytes = charset === 'utf-16le' ? Buffer.from(text, 'utf16le') : inCharset(text, charset)
    expect(read(bytes)).toEqual([entry('דנה כהן', '100')])
  })

  it('is read although its last card is cut off, and others lack what they need', () => {
    const text =
      card('FN:Dana', 'TEL:100') +
      card('FN:Mail only', 'EMAIL:x@y.example') +
      'BEGIN:VCARD\r\nFN:Noa\r\nTEL:200'
    expect(read(text)).toEqual([entry('Dana', '100'), entry('Mail only'), entry('Noa', '200')])
  })

  it('with a picture of 5 MB is read without waiting: in time that grows with its size alone', () => {
    const picture = `PHOTO;ENCODING=b:${Array.from({ length: 70_000 }, () => 'A'.repeat(74)).join('\r\n ')}`
    const startedAt = performance.now()
    expect(read(card('FN:Dana', picture, 'TEL:100'))).toEqual([entry('Dana', '100')])
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })

  it('is read in time even if a line names its encoding 60,000 times', () => {
    const startedAt = performance.now()
    const line = `NOTE;${'QUOTED-PRINTABLE;'.repeat(60_000)}=`
    expect(read(card('FN:Dana', 'TEL:100', line, 'x'))).toEqual([entry('Dana', '100')])
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })

  it('of 20,000 cards is read completely', () => {
    const cards = Array.from({ length: 20_000 }, (_, at) =>
      card(
        'VERSION:3.0',
        `FN:N ${at}`,
        `TEL:05${20_000_000 + at}`,
        `PHOTO;ENCODING=b:${'QUJD'.repeat(20)}\r\n QUJD`,
      ),
    )
    const entries = read(cards.join(''))
    expect(entries).toHaveLength(20_000)
    expect(entries.at(-1)).toEqual(entry('N 19999', '0520019999'))
  })
})

/** Text in one of the code pages of Windows. */
function inCharset(text: string, charset: string): Buffer {
  const decoder = new TextDecoder(charset)
  const codes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Buffer.from(Array.from(text, (sign) => codes.get(sign) ?? 0x3f))
}
