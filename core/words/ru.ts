import { dialText } from './dial-text.ts'
import { durations } from './durations.ts'
import { callLogFailure } from './call-log-failure.ts'
import { connectionText, failureText, failureTextThen, type FailureSentences } from './failure-text.ts'
import { notDoneText } from './not-done-text.ts'
import { notSetText } from './not-set-text.ts'
import { plural } from './plural.ts'
import type { Words } from './words.ts'

const counted = plural('ru', ['one', 'few', 'many'])
const { format: number } = new Intl.NumberFormat('ru')
const lists = new Intl.ListFormat('ru')

const forms = (count: number, one: string, few: string, many: string): string =>
  counted(count, { one: `# ${one}`, few: `# ${few}`, many: `# ${many}`, other: `# ${few}` })

const calls = (count: number): string => forms(count, 'звонок', 'звонка', 'звонков')
const days = (count: number): string => forms(count, 'день', 'дня', 'дней')
const queues = (count: number): string => forms(count, 'очередь', 'очереди', 'очередей')
const waiting = (count: number): string => forms(count, 'ожидает', 'ожидают', 'ожидают')
const time = durations({ seconds: 'с', minutes: 'мин', hours: 'ч', days })

const PHASES = { ringing: 'Звонит', dialing: 'Набор', talking: 'Разговор', held: 'На удержании' } as const

const STATUSES = {
  login: 'В системе',
  logout: 'Не в системе',
  lunch: 'Обед',
  administrative: 'Административная работа',
  private: 'Личное',
  'other-status': 'Другое',
  training: 'Обучение',
  'team-meeting': 'Собрание команды',
  brief: 'Инструктаж',
} as const

const EVENTS = {
  ringing: 'Звонит',
  dialing: 'Набор',
  answered: 'Ответ',
  held: 'На удержании',
  resumed: 'Снят с удержания',
  'recording-muted': 'Запись приостановлена',
  'recording-unmuted': 'Запись возобновлена',
} as const

const OUTCOMES = { missed: 'Пропущен', unanswered: 'Нет ответа', completed: 'Завершён' } as const

const EXPORT_HANDS = {
  here: 'в Ringside',
  elsewhere: 'другим пользователем',
  'call-ended': 'конец звонка',
  unseen: 'неизвестно',
} as const

const EXPORT_DIRECTIONS = {
  incoming: 'Входящий',
  outgoing: 'Исходящий',
  'click-to-call': 'Звонок по клику',
  spy: 'Прослушивание',
  unknown: '',
} as const

const PROBLEMS = {
  unknown: 'такой настройки в Ringside нет',
  'wrong-type': 'неверный тип',
  'out-of-range': 'вне допустимых пределов',
  'insecure-url': 'должно начинаться с https://',
  'not-a-url': 'нужен веб-адрес без имени пользователя, пароля и параметров',
  'policy-only': 'задаётся только политикой организации',
  'needed-elsewhere': 'сочетание нужно другим программам',
  'set-twice': 'уже задано для другого действия',
  missing: 'отсутствует',
  'unknown-key': 'не распознано',
  'unknown-word': 'недопустимое значение',
  duplicate: 'такое имя уже есть выше',
  'too-many': 'превышает максимум',
  template: 'содержит ошибку',
  'not-json': 'неверный JSON',
  'not-a-host': 'нужны имена серверов, например crm.example.com',
  url: 'Ringside не может открыть такой адрес',
} as const

const PROXY_LOGIN =
  'Прокси этой сети требует имя пользователя и пароль, которых у Ringside нет. Обратитесь к администратору.'

/** Only what happened: whether Ringside then keeps trying is added by `failure` below. */
const FAILURES: FailureSentences = {
  address:
    'Voicenter не разрешает доступ с IP-адреса этого компьютера. Попросите администратора внести его в список.',
  code: 'Voicenter не принимает код. Проверьте его или обратитесь к администратору.',
  limited: 'Voicenter ограничивает число запросов.',
  unknownRequest: (status) =>
    `Сервер не понимает запрос (HTTP ${status}). Проверьте адрес сервера в настройках.`,
  httpFault: (status) => `Сбой на стороне Voicenter (HTTP ${status}).`,
  ownFault: (err) => `Сбой на стороне Voicenter (ошибка ${err}).`,
  malformed: {
    'not-json': 'Не удалось прочитать ответ Voicenter.',
    'web-page': 'Вместо Voicenter ответила веб-страница. Возможно, это страница входа в Wi-Fi или прокси.',
    'wrong-shape': 'Ответ Voicenter — не список звонков. Проверьте адрес сервера в настройках.',
    'too-large': 'Ответ Voicenter слишком большой. Проверьте адрес сервера в настройках.',
    'cut-short': 'Ответ Voicenter оборвался.',
    redirect:
      'Сервер перенаправляет на другой адрес, но Ringside туда не переходит. Проверьте адрес сервера в настройках.',
  },
  unreachable: {
    dns: 'Адрес Voicenter не найден. Проверьте подключение к сети.',
    'connection-refused': 'Сервер Voicenter отклонил соединение.',
    'connection-lost': 'Соединение с Voicenter прервано.',
    tls: 'Соединение с Voicenter небезопасно, поэтому ничего не отправлено. Обратитесь к администратору.',
    'proxy-login': PROXY_LOGIN,
    timeout: 'Voicenter не ответил за 8 секунд.',
    'insecure-url':
      'Адрес сервера не использует https, поэтому ничего не отправлено. Исправьте его в настройках.',
    aborted: 'Запрос к Voicenter отменён.',
    network: 'Нет связи с Voicenter. Проверьте сеть.',
  },
}

/** Russian; agents are addressed as “вы”. */
export const ru: Words = {
  locale: 'ru',
  direction: 'ltr',
  appName: 'Ringside',
  list: (items) => lists.format(items),
  comma: ', ',

  call: {
    phase: (phase, statusWord) => (phase === 'other' ? statusWord || 'Звонок' : PHASES[phase]),
    outcome: (outcome) => OUTCOMES[outcome],
    ended: 'Завершён',
    withheld: 'Скрытый номер',
    dialled: (number) => `набран ${number}`,
    incoming: 'входящий',
    outgoing: 'исходящий',
    clickToCall: 'звонок по клику',
    spy: 'прослушивание',
    answeredAt: (time) => `ответ в ${time}`,
    startedAt: (time) => `начат в ${time}`,
    recording: 'Идёт запись',
    recordingMuted: 'Запись приостановлена',
    recordingUnknown: 'Запись: неизвестно',
    transferred: 'переведённый звонок',
  },

  guard: {
    label: 'Предупреждения о записи',
    mute: 'Приостановить запись',
    resume: 'Возобновить запись',
    resumeShort: 'Возобновить',
    again: 'Повторить',
    understood: 'Понятно',
    dismiss: 'Скрыть',
    elsewhere: 'другим пользователем',
    confirmed: 'подтверждено',
    asked: {
      mute: 'Приостанавливаем, ждём подтверждения…',
      resume: 'Возобновляем, ждём подтверждения…',
    },
    askedBlind: 'Запрос отправлен. Результат неизвестен, пока не ответит Voicenter.',
    refused: { mute: 'Не приостановлена.', resume: 'Не возобновлена.' },
    unconfirmed: {
      mute: 'Приостановка не подтверждена: считайте, что звонок записывается.',
      resume: 'Возобновление не подтверждено: считайте, что звонок не записывается.',
    },
    warning: {
      mutedFor: (duration) => `Запись приостановлена уже ${duration}`,
      mutedForLong: 'Звонок не записывается, пока вы не возобновите запись.',
      newCall: 'Новый звонок записывается: приостановка действовала только на прошлый',
      resumed: 'После удержания запись возобновилась, хотя вы её приостановили',
      unmutedElsewhere: 'Запись возобновлена: это сделал другой пользователь',
      endedMuted: (duration) => `Звонок закончился, пока запись была приостановлена (${duration})`,
      endedMutedLong: 'Эта часть не записана. Следующие звонки будут записаны как обычно.',
      leftMuted: 'При последней проверке запись была приостановлена',
      leftMutedLong:
        'Ringside больше не следит за этим звонком. Если он ещё идёт, возобновите запись другим способом.',
      refused: { mute: 'Запись не приостановлена', resume: 'Запись не возобновлена' },
      unconfirmed: { mute: 'Приостановка не подтверждена', resume: 'Возобновление не подтверждено' },
    },
    why: notDoneText({
      noSuchCall: 'Voicenter не находит этот звонок; возможно, он только что закончился.',
      notDone: (code) =>
        `Voicenter не смог это сделать (код ${code}). Повторите или обратитесь к администратору.`,
      address:
        'Сервер записей Voicenter не разрешает доступ с IP-адреса этого компьютера. Обратитесь к администратору.',
      code: 'Сервер записей Voicenter не принимает эту учётную запись. Обратитесь к администратору.',
      limited: 'Voicenter ограничивает число запросов. Повторите чуть позже.',
      fault: (number) => `Сбой на сервере записей Voicenter (${number}). Повторите.`,
      webPage:
        'Вместо Voicenter ответила веб-страница. Проверьте вход в Wi-Fi и адрес сервера записей в настройках.',
      wrongServer:
        'По этому адресу нельзя приостановить запись. Проверьте адрес сервера записей в настройках.',
      unreadable: 'Не удалось прочитать ответ. Повторите.',
      unreachable: 'Сервер записей недоступен. Проверьте сеть и адрес сервера в настройках.',
      insecure:
        'Соединение с сервером записей небезопасно, поэтому ничего не отправлено. Обратитесь к администратору.',
      timeout: 'Сервер не ответил вовремя. Повторите.',
      brokeOff: 'Соединение прервалось, ответа нет. Повторите.',
      notWatched: 'Ringside перестал следить за звонком, результат неизвестен.',
    }),
  },

  dialling: {
    title: 'Исходящие звонки',
    call: 'Позвонить',
    callNumber: 'Позвонить на этот номер',
    field: 'Позвонить на номер',
    fieldLabel: 'Номер или добавочный',
    fieldHint: 'Введите или вставьте в любом виде.',
    next: 'Далее',
    cancel: 'Отмена',
    close: 'Закрыть',
    ask: (who) => `Позвонить: ${who}?`,
    sentAs: 'Будет набран',
    from: 'С добавочного',
    yourPhoneFirst: 'Сначала зазвонит ваш телефон.',
    stages: {
      requested: (who) => `Отправляем запрос на звонок: ${who}…`,
      'own-leg': (who) => `Звонит ваш телефон. Снимите трубку, и начнётся набор: ${who}.`,
      dialling: (who) => `Набор: ${who}…`,
      talking: (who) => `Идёт разговор: ${who}.`,
      refused: 'Звонок не выполнен.',
      unknown: (who) =>
        `Voicenter не ответил. Звонок, возможно, уже начался: ${who}. Ringside не будет пробовать снова.`,
      unseen: (who) => `Voicenter принял запрос, но звонок не появился на вашем добавочном: ${who}.`,
    },
    over: {
      'own-leg': (who) => `Вы не сняли трубку, поэтому звонка не было: ${who}.`,
      dialling: (who) => `Нет ответа: ${who}.`,
      talking: (who) => `Разговор закончен: ${who}.`,
    },
    why: dialText(
      {
        notPlaced: {
          empty: 'Нет номера для звонка.',
          withheld: 'Номер скрыт.',
          'not-a-number': 'Это не номер, на который можно позвонить.',
          'too-long': 'Это слишком длинно для номера телефона.',
          'own-extension': 'Это ваш собственный добавочный.',
          emergency: 'Это экстренный номер: звоните с телефона.',
          country: 'Ваша организация не разрешает звонки в эту страну.',
          prefix: 'Ваша организация не разрешает звонки на этот номер.',
          'per-minute': 'Слишком много звонков за минуту. Повторите чуть позже.',
          'per-day': 'Достигнут предел звонков за 24 часа.',
          'not-yours': 'Звонить можно только с добавочного, на котором вы вошли в систему.',
          off: 'Звонки отсюда выключены.',
          'not-stored': 'Ringside не смог сохранить данные о звонке. Проверьте диск.',
        },
        declined: {
          parameters: 'Voicenter не принимает этот номер или ваш добавочный.',
          fault: 'Сбой на стороне Voicenter. Повторите чуть позже.',
          offline: 'Ваш телефон не в сети. Проверьте, что он включён и подключён.',
          blocked: 'Voicenter блокирует этот звонок для вашего добавочного. Обратитесь к администратору.',
        },
        other: (code) => `Voicenter отклонил запрос (код ${code}). Обратитесь к администратору.`,
        wrongServer: 'По этому адресу звонить нельзя. Проверьте адрес сервера набора номера в настройках.',
        unreadable: 'Не удалось прочитать ответ Voicenter.',
      },
      FAILURES,
    ),
    hangUp: 'Завершить',
    hangUpAsk: (extension) => `Завершатся все звонки на добавочном ${extension}.`,
    hangUpAskMany: (count, extension) =>
      `Звонков на добавочном ${extension}: ${number(count)}. Завершатся все.`,
    hangUpAll: 'Завершить все',
    hangingUp: 'Завершаем, ждём подтверждения…',
    notHungUp: 'Звонок не завершён.',
    hangUpUnknown: 'Voicenter не ответил. Звонок, возможно, завершён. Ringside не будет пробовать снова.',
    hangUpUnconfirmed: 'Звонок всё ещё идёт. Завершите его на телефоне.',
    link: 'Этот номер — из ссылки.',
    linksOff: 'Телефонные ссылки выключены в настройках.',
  },

  agent: {
    status: (status) =>
      status.word === 'unknown'
        ? status.number === null
          ? 'Статус неизвестен'
          : `Статус ${status.number}`
        : STATUSES[status.word],
    nobody: 'Никто не вошёл',
  },

  agentStatus: {
    title: 'Статус',
    now: (status) => `Статус: ${status}`,
    change: (status) => `Статус: ${status}. Изменить статус`,
    asked: (status) => `Меняем статус на «${status}»…`,
    askedBlind: 'Запрос отправлен. Результат неизвестен, пока не ответит Voicenter.',
    confirmed: (status) => `Теперь ваш статус: ${status}.`,
    refused: (status) => `Не удалось изменить статус на «${status}».`,
    unconfirmed: (status) => `Voicenter не показывает статус «${status}». Возможно, он не изменён.`,
    why: notSetText(FAILURES, {
      'not-authorised': () =>
        'Voicenter не принимает код или не разрешает вам этот добавочный. Обратитесь к администратору.',
      'no-extension': () => 'Voicenter не находит этот добавочный. Обратитесь к администратору.',
      'in-use': () => 'На этом добавочном уже работает другой пользователь.',
      'unknown-status': () => 'В вашей учётной записи нет такого статуса. Обратитесь к администратору.',
      'bad-request': (code) => `Voicenter не смог прочитать запрос (код ${code}).`,
      'their-fault': (code) => `Сбой на стороне Voicenter (код ${code}).`,
      other: (code) => `Voicenter не смог это выполнить (код ${code}).`,
    }),
    dismiss: 'Закрыть',
    away: (status) => `Ваш статус: ${status}. Звонки могут к вам не поступать.`,
    loggedOut: 'Вы не в системе: звонки могут к вам не поступать.',
    awayFor: (time) => `Уже ${time}`,
    inCall: 'У вас идёт звонок. Если выйти сейчас, он может прерваться.',
    logOut: 'Выйти сейчас',
    stay: 'Не выходить',
    unavailable: {
      'not-known': 'Статус можно будет изменить, когда станет известно, где вы вошли в систему.',
      nowhere: 'Вы не в системе. Сначала войдите на телефоне или в Voicenter.',
      'maybe-colleague':
        'В политике организации не указано, какой добавочный ваш, поэтому статус здесь не изменить.',
      'somebody-else': 'На этом добавочном работает другой пользователь, поэтому статус здесь не изменить.',
      'no-person': 'Voicenter не сообщает, чей это добавочный, поэтому его статус не изменить.',
      code: 'Код пока нельзя отправлять на сервер статусов. Разрешите это в настройках, в разделе «Учётная запись».',
      stale: 'Без связи с Voicenter статус не изменить.',
    },
    settings: {
      names: 'Названия статусов',
      namesHint: 'Если в учётной записи они переименованы. Пустое поле — обычное название.',
    },
  },

  connection: {
    live: 'на связи',
    every: (seconds) => `каждые ${seconds} с`,
    connecting: 'соединение',
    stale: 'не обновляется',
    refused: 'доступ запрещён',
    unknownExtension: 'добавочный не найден',
    paused: 'без наблюдения',
    asleep: 'Компьютер был в спящем режиме. Ringside обновляет данные.',
    noAccount: 'Учётная запись ещё не настроена.',
    connectingLong: 'Загружаем ваши звонки…',
    staleSince: (time) => `Связи нет с ${time}.`,
    checkNetwork: 'Проверьте сеть; Ringside продолжает попытки.',
    lastGood: (time) => `Обновлено в ${time}; данные могли устареть.`,
    unknownExtensionLong: (extension) =>
      `Voicenter не находит добавочный ${extension}, или код неверен (ответ в обоих случаях одинаков). Проверьте и то и другое в настройках.`,
    retry: 'Повторить сейчас',
  },

  failure: connectionText(
    FAILURES,
    { limited: 'Ringside продолжит автоматически.', others: 'Ringside продолжает попытки.' },
    {
      incomplete:
        'В ответе Voicenter не хватает данных. Ringside ждёт следующего ответа и пока ничего не меняет.',
      older: 'Ответ Voicenter старше предыдущего. Ringside ждёт следующего.',
    },
  ),

  copy: {
    number: 'Копировать номер',
    name: 'Копировать имя',
    did: 'Копировать набранный номер',
    ivrid: 'Копировать ID звонка',
    card: 'Копировать карточку',
    short: 'Копировать',
    shortName: 'Копировать номер',
    copied: 'Скопировано',
    failed: 'Не скопировано',
    more: 'Другие варианты',
  },

  card: {
    number: 'Номер',
    name: 'Имя',
    dialled: 'Набранный номер',
    status: 'Состояние',
    direction: 'Направление',
    began: 'Начало',
    callId: 'ID звонка',
  },

  calls: {
    title: 'Звонки',
    live: 'Звонки сейчас',
    none: 'Сейчас звонков нет',
    noneHint: (extension) => `Как только зазвонит ${extension}, звонящий появится здесь.`,
    loggedOut: (extension) => `Не в системе: звонки могут не поступать на ${extension}, пока вы не войдёте.`,
    noneWhileUnknown: 'Звонки ещё не загружены.',
    unfollowed: (count) =>
      `Телефонная система сообщает о большем числе звонков, чем может принять один телефон. ${counted(count, { one: '# не показан', few: '# не показаны', many: '# не показано', other: '# не показано' })}.`,
    alertsWithheld: (count) =>
      `${counted(count, { one: 'Не показано # оповещение', few: 'Не показаны # оповещения', many: 'Не показано # оповещений', other: 'Не показано # оповещения' })}: слишком много за минуту.`,
    missed: 'Пропущенные звонки',
    missedAt: (time, rang) => `пропущен · звонил ${rang} · ${time}`,
    missedUnseen: (time) => `пропущен · конец неизвестен · ${time}`,
    clearMissed: 'Очистить',
    toCallBack: (count) => `перезвонить: ${number(count)}`,
    allSpokenTo: 'Всё выполнено',
    spokenTo: (time) => `связались в ${time}`,
    removeMissed: 'Убрать из списка',
    removedMissed: (count) =>
      counted(count, {
        one: '# звонок убран из списка.',
        few: '# звонка убраны из списка.',
        many: '# звонков убрано из списка.',
        other: '# звонка убрано из списка.',
      }),
    undo: 'Вернуть',
    newMissed: 'новый',
    noneAt: (time) => `На ${time} звонков не было.`,
  },

  day: {
    calls: 'Звонки',
    talk: 'В разговоре',
    missed: 'Пропущено',
    total: (what, duration) => `${what}: ${duration}`,
    ribbon: (from, what) => `С ${from}: ${what}`,
  },

  alert: {
    ringing: (caller) => `Звонит: ${caller}`,
    missed: (caller) => `Пропущенный звонок: ${caller}`,
    missedBody: (time, rang) => `${time}, звонил ${rang}`,
    missedUnseen: (from, to) =>
      from === to ? `${to}, конец неизвестен` : `с ${from} до ${to}, конец неизвестен`,
    transferred: 'переведён на вас',
    logged: (time) => `${time}, найден в журнале звонков`,
    loggedMany: (count) => `Пропущенные звонки из журнала: ${number(count)}`,
    testTitle: 'Пробное оповещение Ringside',
    testBody: 'Так будет выглядеть входящий звонок.',
  },

  queues: {
    title: 'Очереди',
    summary: (count, callers) => `${queues(count)} · ${waiting(callers)}`,
    badge: waiting,
    unnamed: (id) => `Очередь ${id}`,

    firstWaiting: (queue) => `В очереди ${queue} ждёт звонящий`,
    thresholdReached: (queue, threshold) => `${queue}: звонящий ждёт уже ${threshold}`,
    longQueue: (queue, value) => `${queue}: ${waiting(value)}`,
    waiting: (value, longest) => `${waiting(value)}, дольше всех ${longest}`,
    waited: (duration, queue) => `ожидание ${duration} в очереди ${queue}`,

    waitingNow: waiting,
    longest: 'дольше всех',
    nobody: 'Никто не ждёт',
    nobodyHint: 'Ожидающие появятся здесь, начиная с тех, кто ждёт дольше всех.',
    nobodyAt: (time) => `На ${time} никто не ждал.`,
    reading: 'Загружаем очереди…',
    notKnown: 'Очереди ещё не загружены.',
    noQueues: 'В учётной записи нет очередей',
    noneChosen: 'Ни одна из выбранных очередей не найдена',
    nextBreach: (threshold, rest) => `следующее превышение ${threshold} через ${rest}`,
    breached: (threshold, value) => `${number(value)} дольше ${threshold}`,
    notListed: (value) => `и ещё ${number(value)}`,

    search: 'Поиск очереди по названию',
    notFound: 'Ничего не найдено',
    showAll: 'Показать все очереди',

    staleSince: (time) => `Очереди не обновлялись с ${time}.`,
    refused: 'Voicenter не даёт доступа к очередям.',
    lastGood: (time) => `Обновлено в ${time}.`,
    callsGoOn: 'Ваши звонки по-прежнему отслеживаются.',
    unknown: (ids) => `Не найдены в учётной записи очереди: ${ids}. Проверьте очереди в настройках.`,
    repeated: (queues) =>
      `Повторяются в списке Voicenter: ${queues}. Здесь каждая очередь показана один раз, со всеми ожидающими.`,
    gone: (queues) => `Больше нет в списке Voicenter: ${queues}.`,

    settings: {
      title: 'Очереди',
      which: 'Показывать',
      choices: { all: 'Все очереди', chosen: 'Только эти' },
      ids: 'ID очередей',
      idsHint: 'Через запятую. Если пусто, очереди не показываются.',
      known: (queues) => `Доступны: ${queues}`,
      thresholds: 'Другие пороги для отдельных очередей',
      thresholdsHint: 'ID и секунды, например 11: 60, 12: 300',
      quiet: 'Одно оповещение на очередь и причину, и только пока вы в системе.',
    },
  },

  team: {
    title: 'Команда',
    extensions: (value) => forms(value, 'добавочный', 'добавочных', 'добавочных'),
    talking: (value) => forms(value, 'разговор', 'разговора', 'разговоров'),
    ringing: (value) => forms(value, 'звонит', 'звонят', 'звонят'),

    search: 'Поиск по имени, добавочному или звонящему',
    filter: 'Показывать',
    filters: {
      all: 'В системе',
      everyone: 'Все',
      ringing: 'Звонит',
      busy: 'На звонке',
      free: 'Свободны',
      away: 'Нет на месте',
    },

    free: 'Свободен',
    seenSince: (time) => `как минимум с ${time}`,
    unnamed: 'Без имени',
    moreCalls: (value) => `ещё ${calls(value)}`,
    copy: { extension: 'Копировать добавочный', caller: 'Копировать номер' },
    detail: { extension: 'Добавочный', status: 'Статус', caller: 'Звонящий', name: 'Имя' },

    reading: 'Загружаем команду…',
    notKnown: 'Команда ещё не загружена.',
    off: 'Раздел «Команда» выключен.',
    none: 'Нет добавочных',
    noneHint: 'Здесь появятся все добавочные организации.',
    notFound: 'Ничего не найдено',
    notFoundHint: (hidden) =>
      counted(hidden, {
        one: '# человек скрыт: не в системе.',
        few: '# человека скрыты: не в системе.',
        many: '# человек скрыто: не в системе.',
        other: '# человека скрыто: не в системе.',
      }),
    showAll: 'Показать всех',

    staleSince: (time) => `Команда не обновлялась с ${time}.`,
    refused: 'Voicenter не даёт доступа ко всей команде.',

    location: {
      at: (extension) => `сейчас на ${extension}`,
      several: (extension, more) => `сейчас на ${extension} и ещё ${more}`,
      looking: 'ищем ваш добавочный',
      nowhere: (time) => `не в системе с ${time}`,
    },

    warning: {
      somebodyElse: (name, extension) => `На вашем добавочном ${extension} работает ${name}`,
      label: 'Предупреждения',
      someone: 'Кто-то другой',
      ringsWhileAway: (status) => `Поступил звонок, а ваш статус — ${status}`,
    },

    settings: {
      title: 'Команда',
      wideWarning: 'Вам будут видны все, кто звонит в организацию.',
      person: 'Следить за человеком по ID пользователя',
      personHint: 'Если пусто, отслеживается добавочный учётной записи, кто бы на нём ни работал.',
      personNeedsWide: 'Следить за человеком можно, только если отслеживаются все добавочные.',
      budgetHint: (value) =>
        `Всего не больше ${counted(value, { one: '# запроса', few: '# запросов', many: '# запросов', other: '# запроса' })} в минуту: ваши звонки, очереди и команда.`,
    },
  },

  tray: {
    disconnected: 'нет связи',
    idle: 'звонков нет',
    open: 'Открыть Ringside',
    settings: 'Настройки…',
    quit: 'Выйти из Ringside',
    missed: (count) => forms(count, 'пропущенный звонок', 'пропущенных звонка', 'пропущенных звонков'),
    calls,
    waiting,
    pauseAlerts: 'Приостановить оповещения',
    pauseFor15: 'На 15 минут',
    pauseFor60: 'На 60 минут',
    pausedUntil: (time) => `Оповещения приостановлены до ${time}`,
    endPause: 'Возобновить оповещения',
    demo: 'демо-звонки',
  },

  policy: {
    unreadable: (location, fault) =>
      `Политика ${location} не применяется: ${fault}. Остальные настройки действуют. Обратитесь к администратору.`,
    faults: {
      missing: 'она отсутствует',
      refused: 'её не удалось прочитать',
      'no-answer': 'её не удалось прочитать вовремя',
      'open-to-others': 'её могут изменить не только администраторы',
      'owner-unknown': 'не удалось проверить права доступа к ней',
      'not-json': 'это неверный JSON',
      'not-an-object': 'это не список настроек',
    },
    ignored: (location) => `Политика ${location} не применяется: у этого компьютера есть своя.`,
    conflict: (key, by, over) => `Две политики задают «${key}» по-разному: действует ${by}, а не ${over}.`,
    sources: {
      'named-file': 'политика из указанного файла',
      computer: 'политика компьютера',
      user: 'политика пользователя',
      file: 'политика из файла',
    },
  },

  stay: {
    closed: 'Ringside продолжает работать в трее.',
    windowFailed: 'Сбой окна повторяется. Звонки отслеживаются; откройте окно ещё раз.',
    watchStopped: 'Наблюдение прервалось и запущено заново.',
    keychainWaits: 'Ожидание связки ключей',
    restarted: 'Ringside перезапущен после сбоя. Звонки снова отслеживаются.',
    stopped: 'Ringside остановлен',
    stoppedWhy:
      'За пять минут произошло два сбоя, звонки сейчас не отслеживаются. Запустите Ringside снова. Если он опять остановится, обратитесь к администратору.',
  },

  firstRun: {
    welcome: 'Добро пожаловать в Ringside',
    tagline: 'Сразу видно, кто звонит',
    connect: 'Подключите учётную запись',
    connectHint:
      'Эти данные есть у администратора. Код хранится в связке ключей компьютера и больше не показывается.',
    connectHintPlain:
      'Эти данные есть у администратора. На компьютере нет связки ключей, поэтому код хранится в файле, который могут прочитать другие пользователи.',
    connectHintUnavailable:
      'Этот компьютер не может надёжно хранить код, поэтому его нужно вводить при каждом запуске.',
    code: 'Код API',
    codeStored: 'Сохранён. Введите новый, чтобы заменить.',
    codeStoredPlain:
      'Сохранён в файле, который могут прочитать другие пользователи: связки ключей на компьютере нет. Введите новый, чтобы заменить.',
    codeStoredLater:
      'Пока не сохранён: сохранится, когда откроется связка ключей. Введите новый, чтобы заменить.',
    codeStoredNowhere:
      'Хранится до выхода из программы: этот компьютер не может сохранить его надёжно. Введите новый, чтобы заменить.',
    extension: 'Добавочный (код SIP)',
    extensionExample: 'например, SIPSIP2; с учётом регистра',
    test: 'Проверить соединение',
    testing: 'Проверка…',
    start: 'Начать наблюдение',
    testAlert: 'Пробное оповещение',
    found: (name, extension) => `Найдено: ${name}, добавочный ${extension}`,
    loggedIn: 'в системе',
    nobodyLoggedIn: 'никто не вошёл',
    foundCalls: (count) => `${calls(count)} сейчас`,
    failed: failureTextThen(FAILURES, 'Попробуйте ещё раз чуть позже.'),
    unknownExtension: (extension) =>
      `Voicenter не находит добавочный ${extension}, или код неверен (ответ в обоих случаях одинаков). Проверьте и то и другое, с учётом регистра.`,
    noCode: 'Сначала введите код.',
    noExtension: 'Сначала введите добавочный.',
    demoTitle: 'Ещё нет учётной записи?',
    demoHint: 'Попробуйте с имитацией колл-центра на этом компьютере.',
    tryDemo: 'Открыть демо',
    demoFailed: 'Имитацию колл-центра не удалось запустить.',
  },

  demo: {
    banner: 'Демо: звонки имитируются',
    leave: 'Выйти из демо',
  },

  views: {
    label: 'Разделы',
    back: {
      calls: 'Назад к звонкам',
      queues: 'Назад к очередям',
      team: 'Назад к команде',
      history: 'Назад к истории',
      settings: 'Назад к настройкам',
      report: 'Назад к отчёту',
    },
    newMissed: (count) =>
      forms(count, 'новый пропущенный звонок', 'новых пропущенных звонка', 'новых пропущенных звонков'),
  },

  history: {
    title: 'История',
    storedFor: (count) => `хранится ${days(count)}`,
    keepHint: 'Более старые звонки удаляются вместе с заметками.',
    more: 'Ещё',
    calls,

    search: 'Поиск по номеру, имени или заметке',
    filter: 'Показывать',
    filters: {
      all: 'Все',
      missed: 'Пропущенные',
      incoming: 'Входящие',
      outgoing: 'Исходящие',
      muted: 'Без записи',
    },
    mutedOnly: 'Без записи: запись приостанавливалась',

    today: 'Сегодня',
    yesterday: 'Вчера',
    earlierToday: 'Раньше сегодня',

    reading: 'Загрузка…',
    readMore: 'Показать ещё',
    none: 'Звонков пока нет',
    noneHint: 'Здесь сохраняются завершённые звонки, с длительностью вызова и разговора.',
    notFound: 'Ничего не найдено',
    notFoundHint: 'Номер можно искать в любом формате, а имя или заметку — по фрагменту.',
    showAll: 'Показать все звонки',
    found: (count, more) =>
      more
        ? `Больше ${counted(count, { one: '# звонка', few: '# звонков', many: '# звонков', other: '# звонка' })}`
        : calls(count),

    missed: 'пропущен',
    unanswered: 'нет ответа',
    ended: 'завершён',
    answeredBy: (name) => `ответ: ${name}`,
    lost: 'исход неизвестен',
    live: 'сейчас',
    call: 'звонок',
    rang: (duration) => `звонил ${duration}`,
    dialed: (duration) => `набор ${duration}`,
    endNotSeen: 'конец неизвестен',
    recordingMuted: 'запись приостановлена',
    quoted: (note) => `«${note}»`,

    duration: time.exact,
    roughly: time.roughly,

    detail: {
      timeline: 'Ход звонка',
      parts: {
        rang: 'Вызов',
        dialed: 'Набор',
        talked: 'Разговор',
        held: 'Удержание',
        'recording-muted': 'Запись приостановлена',
      },
      lasts: 'сейчас',
      unseenAnswer: 'Когда Ringside увидел звонок, разговор уже шёл.',
      endNotSeen: (time) =>
        `Конец неизвестен: Ringside видел звонок последний раз в ${time}, а когда наблюдение возобновилось, его уже не было.`,
      dialled: 'Набранный номер',
      callId: 'ID звонка',
      agent: 'Оператор',
      label: 'Метка',
      recordingFile: 'Запись',
      transferredFrom: 'Переведён со звонка',
      transferredTo: 'Переведён на звонок',
      unlistedCall: 'ID звонка',
    },

    note: {
      label: 'Заметка',
      saving: 'Сохранение…',
      saved: 'Сохранено',
      held: 'Пока не сохранено; Ringside продолжает попытки.',
      failed: 'Не сохранено. Ringside повторит, когда вы продолжите ввод.',
      gone: 'Не сохранено: этого звонка больше нет в истории.',
    },

    forget: {
      ask: 'Удалить звонящего…',
      counting: 'Подсчёт звонков…',
      confirm: (count, caller) => `${caller}: ${calls(count)} и заметки будут удалены. Отменить это нельзя.`,
      yes: 'Удалить',
      no: 'Отмена',
      done: (count) =>
        counted(count, {
          one: '# звонок удалён.',
          few: '# звонка удалены.',
          many: '# звонков удалено.',
          other: '# звонка удалено.',
        }),
      failed: 'Ringside не ответил. Неизвестно, удалены ли звонки.',
    },

    export: {
      show: 'Показать в папке',
      csv: 'Экспорт в CSV',
      json: 'Экспорт в JSON',
      writing: 'Сохранение файла…',
      done: (file) => `Сохранено в ${file}.`,
      failed: 'Историю не удалось сохранить. Выберите другую папку или проверьте диск.',
    },

    trouble: {
      quarantineFile: (file) => `Историю не удалось прочитать. Она сохранена как ${file}; начата новая.`,
      newer: (file) =>
        `История записана более новой версией Ringside. Она сохранена как ${file}; начата новая.`,
      memory: {
        'read-only':
          'Звонки и заметки не сохраняются: папка истории доступна только для чтения. Ringside держит их в памяти и повторяет попытки. Обратитесь к администратору.',
        full: 'Звонки и заметки не сохраняются: диск заполнен. Ringside держит их в памяти, пока не появится место.',
        locked:
          'Звонки и заметки пока не сохраняются: историю открыла другая программа. Ringside держит их в памяти, пока файл занят.',
        unknown: 'Звонки и заметки не сохраняются. Ringside держит их в памяти и повторяет попытки.',
      },
    },

    story: {
      nthToday: (count) => `${number(count)}-й звонок сегодня`,
      firstToday: 'Первый звонок сегодня',
      missedToday: (count) => forms(count, 'пропущен', 'пропущено', 'пропущено'),
      earlier: (count) => `раньше: ${number(count)}`,
      last: (when) => `последний ${when}`,
      withYou: 'с вами',
      withOther: (agent) => `оператор ${agent}`,
      missed: 'пропущен',
      unanswered: 'нет ответа',
      unknown: 'исход неизвестен',
    },
  },

  callLog: {
    hint: 'Через несколько минут после звонка в журнале Voicenter есть то, чего Ringside не видел: звонки во время перерыва и их исход.',
    status: {
      never: 'Ещё не загружался.',
      readAt: (time) => `Последняя загрузка в ${time}.`,
      nextAt: (time) => `Следующая около ${time}.`,
      reading: 'Загрузка журнала звонков…',
      noAddress:
        'Код пока нельзя отправлять на сервер журнала звонков. Разрешите это в разделе учётной записи.',
      missing: 'Часть ответа журнала звонков отсутствовала.',
      leftOut: (count) => `Не удалось прочитать: ${forms(count, 'запись', 'записи', 'записей')}.`,
      readNow: 'Загрузить сейчас',
    },
    unseen: 'из журнала звонков',
    endFilledIn: 'конец из журнала звонков',
    corrected: 'исправлено по журналу звонков',
    talked: (duration) => `разговор ${duration}`,
    notTalked: 'разговора не было',
    noColleague: 'коллеги не отвечали',
    says: (what) => `По журналу звонков: ${what}.`,
    saw: (what) => `По наблюдению Ringside: ${what}.`,
    added: (time) => `Наблюдения не было; звонок добавлен из журнала звонков в ${time}.`,
    completed: (time) => `Дополнено по журналу звонков в ${time}.`,
    recording: 'Открыть запись',
    opened: 'Открыто',
    notOpened: 'Запись не удалось открыть.',
    failure: callLogFailure(FAILURES, {
      limited: 'Voicenter ограничивает число запросов к журналу звонков.',
      wrongShape: 'Ответ — не журнал звонков. Проверьте адрес сервера журнала звонков в настройках.',
      tooLarge: 'Журнал звонков слишком большой. Проверьте адрес сервера журнала звонков в настройках.',
      timeout: 'Журнал звонков не ответил за 30 секунд.',
      unknownRequest: (status) =>
        `Сервер не понимает запрос журнала звонков (HTTP ${status}). Проверьте адрес сервера журнала звонков в настройках.`,
      dates: 'Журнал звонков не принимает даты запроса. Проверьте часы этого компьютера.',
    }),
  },

  report: {
    title: 'Отчёт о наблюдении',
    hint: 'Как быстро приходили оповещения о звонках и когда наблюдения не было.',
    open: 'Открыть отчёт',
    span: 'Дни',
    spans: { today: 'Сегодня', week: '7 дней' },
    alerts: 'Оповещения',
    noRings: 'За этот период звонков не было.',
    alerted: (alerted, rings) => `Оповещений: ${number(alerted)} из ${number(rings)}`,
    delay: 'От звонка до оповещения',
    half: 'Медиана',
    most: '95 % за',
    worst: 'Самое долгое',
    noDelays: 'Оповещений не было, измерять нечего.',
    seconds: (value) => `${value}\u00a0с`,
    floor: (pollSeconds) =>
      `Звонок виден с опозданием до ${pollSeconds}\u00a0с: Ringside проверяет каждые ${pollSeconds}\u00a0с, а Voicenter даёт время в целых секундах.`,
    notShown: 'Не показано',
    outcomes: {
      refused: 'заблокировано: уведомления Ringside на компьютере выключены',
      failed: 'система не смогла показать',
      unsupported: 'компьютер не поддерживает уведомления',
      'no-answer': 'система не подтвердила показ',
      paused: 'оповещения были приостановлены',
      off: 'оповещения выключены в настройках',
    },
    noOutcome: 'неизвестно',
    blind: 'Без наблюдения',
    noBlind: 'Без перерывов.',
    blindSum: (spans, duration) => `${forms(spans, 'перерыв', 'перерыва', 'перерывов')}, всего ${duration}`,
    blindSpan: (from, to, why) => `без наблюдения с ${from} до ${to}: ${why}`,
    blindNow: (from, why) => `без наблюдения с ${from}: ${why}`,
    reasons: {
      asleep: 'компьютер спал',
      refused: 'Voicenter закрыл доступ',
      limited: 'Voicenter ограничил запросы',
      faulty: 'сбой на стороне Voicenter',
      malformed: 'не удалось прочитать ответы Voicenter',
      unreachable: 'Voicenter был недоступен',
      'not-running': 'Ringside не работал',
    },
    coverage: 'Звонки по дням',
    coverageHint:
      'Какие звонки увидел Ringside, какие добавлены или дополнены из журнала звонков, какие остались открытыми.',
    noCoverage: 'За этот период звонков не было.',
    seen: (count) => `по наблюдению: ${number(count)}`,
    filledIn: (count) => `из журнала звонков: ${number(count)}`,
    stillOpen: (count) => `исход неизвестен: ${number(count)}`,
    openTime: (duration) =>
      `Звонков может не хватать: ${duration} без наблюдения и пока вне журнала звонков.`,
    failed: 'Отчёт не удалось загрузить.',

    clock: {
      title: 'Часы',
      hint: 'Voicenter даёт время по часам учётной записи. Вот что Ringside о них определил.',
      unknown: 'О часах учётной записи пока ничего не известно.',
      ahead: (duration) => `Часы учётной записи опережают UTC на ${duration}`,
      behind: (duration) => `Часы учётной записи отстают от UTC на ${duration}`,
      same: 'Часы учётной записи идут по UTC',
      sources: {
        zone: 'по часовому поясу из настроек; звонком ещё не подтверждено',
        stamp: 'по времени звонка, которое не может быть в будущем',
        ring: 'по начавшемуся звонку',
        answered: 'по принятому звонку',
        queue: 'по ожидающему в очереди',
      },
      believed: (offset, source) => `${offset} (${source}).`,
      since: (time) => `Известно с ${time}.`,
      duration: time.about,
      right: 'Часы этого компьютера точны до секунды.',
      slow: (duration) => `Часы этого компьютера отстают на ${duration}. Таймеры это учитывают.`,
      fast: (duration) => `Часы этого компьютера спешат на ${duration}. Таймеры это учитывают.`,
    },
  },

  templates: {
    title: 'Шаблоны',
    names: { number: 'Номер', card: 'Карточка', crmLine: 'Строка для CRM', json: 'JSON' },
    labels: { lasted: 'Разговор', queue: 'Очередь', waited: 'Ожидание', recording: 'Запись' },
    directions: {
      incoming: 'входящий',
      outgoing: 'исходящий',
      'click-to-call': 'звонок по клику',
      spy: 'прослушивание',
      unknown: '',
    },
    recordings: { recorded: 'идёт', muted: 'приостановлена', unknown: '' },
    fields: {
      phone: 'номер звонящего',
      'phone|e164': 'номер в виде +972…',
      'phone|national': 'номер в национальном формате',
      'phone|digits': 'только цифры номера',
      name: 'имя звонящего или линии',
      did: 'набранный номер',
      ivrid: 'ID звонка',
      direction: 'входящий или исходящий',
      status: 'состояние звонка или его исход',
      started: 'когда начался',
      duration: 'длительность разговора',
      agent: 'оператор в системе',
      extension: 'добавочный',
      queue: 'очередь, где ждал звонящий',
      waited: 'время ожидания',
      recording: 'идёт ли запись или приостановлена',
    },
    customData: 'доп. данные звонка, по ключу',

    editor: {
      title: 'Шаблоны копирования',
      hint: 'Шаблоны для копирования звонка. Первый — по умолчанию.',
      default: 'по умолчанию',
      add: 'Добавить шаблон',
      newName: 'Новый шаблон',
      name: 'Название',
      format: 'Формат',
      formats: { text: 'Текст', json: 'JSON' },
      template: 'Шаблон',
      fields: 'Поля',
      fieldsHint: 'Нажмите, чтобы вставить у курсора.',
      key: 'Сочетание в этом окне',
      keyHint: 'Копирует выбранный звонок, а если его нет — первый.',
      up: (name) => `Поднять ${name}`,
      down: (name) => `Опустить ${name}`,
      remove: (name) => `Удалить ${name}`,
      restore: 'Вернуть шаблоны по умолчанию',
      restoreAsk: 'Ваши шаблоны будут удалены. Отменить это нельзя.',
      restoreYes: 'Вернуть',
      restoreNo: 'Оставить мои',
      preview: { last: 'Предпросмотр: последний звонок', sample: 'Предпросмотр: пример звонка' },
      empty: 'У звонка нет таких данных, копировать нечего.',
      notJson: 'Это неверный JSON. Проверьте кавычки, запятые и скобки; чтобы вывести скобку, пишите {{.',
      position: (line, character) => `Строка ${number(line)}, символ ${number(character)}`,
      notSaved: {
        name: 'Не сохранено: введите название.',
        doubled: 'Не сохранено: такое название уже есть.',
        empty: 'Не сохранено: шаблон пуст.',
        error: 'Исправьте ошибку, чтобы сохранить.',
        key: 'Не сохранено: это не название клавиши.',
      },
    },

    error: (what, at) => `Символ ${at}: ${what}`,
    errors: {
      unclosed: 'Поле не закрыто скобкой. Чтобы вывести скобку, пишите {{.',
      'stray-close': 'Лишняя }. Чтобы вывести скобку, пишите }}.',
      'empty-field': 'В скобках нет имени поля.',
      'unknown-field': 'Такого поля нет.',
      'unknown-form': 'У этого поля нет такого формата.',
      'no-key': 'Укажите имя данных, например {customdata.KEY}.',
      'too-long': 'Шаблон слишком длинный; остальное не учитывается.',
    },

    problem: (path, what) => `${path}: ${what}; весь пункт не применяется.`,
    problems: {
      'wrong-type': 'неверный тип',
      missing: 'отсутствует',
      'unknown-key': 'не распознано',
      'unknown-word': 'недопустимое значение',
      'out-of-range': 'пусто или слишком длинно',
      duplicate: 'такое имя уже есть выше',
      'too-many': 'превышает максимум',
      template: 'содержит ошибку',
      'not-json': 'неверный JSON',
      'not-a-host': 'нужны имена серверов, например crm.example.com',
      url: 'Ringside не может открыть такой адрес',
    },

    urls: {
      template: 'Ошибка в одном из полей адреса.',
      scheme: 'Адрес должен начинаться с https://. Другие адреса открывают только правила самой организации.',
      script: 'Такие адреса могут выполнять код и поэтому не открываются.',
      'no-host': 'Введите https:// и имя сервера, например https://crm.example.com/.',
      backslash: 'В адресе есть обратная косая черта.',
      'control-character': 'В адресе есть пробел или невидимый символ.',
      'user-info': 'В адресе есть имя пользователя или пароль.',
      'host-not-ascii': 'В имени сервера есть буквы не из a–z. Напишите его в виде xn--.',
      'field-in-host': 'В имени сервера не может быть поля: иначе звонящий решал бы, куда ведёт адрес.',
      port: 'Правило не разрешает этот порт.',
      'host-not-listed': 'Правило не разрешает этот сервер.',
      'not-a-url': 'С данными этого звонка адрес неверен.',
      'path-changed': 'Данные этого звонка привели бы на другую страницу.',
      'too-long': 'С данными этого звонка адрес слишком длинный.',
      'no-number': 'У звонящего нет номера в нужном формате.',
    },
  },

  pages: {
    open: 'Открыть в CRM',
    openWith: 'Открыть в CRM по правилу…',
    opened: 'Открыто',
    answers: {
      failed: 'Не удалось открыть страницу. Проверьте браузер по умолчанию.',
      'no-such-rule': 'Ни одно правило не подходит. Проверьте правила в настройках.',
      'no-such-call': 'Этот звонок больше недоступен.',
    },

    title: 'Страницы CRM',
    hint: 'Правило открывает страницу CRM для звонка: автоматически, один раз на звонок, или вручную из карточки, истории или трея.',
    none: 'Правил пока нет, страницы не открываются.',
    triggers: {
      ringing: 'при входящем звонке',
      answered: 'при ответе',
      ended: 'по окончании',
      'by-hand': 'только вручную',
    },
    dry: {
      last: 'Для последнего звонка',
      sample: 'Для примера звонка',
      opens: 'откроется',
      nothing: 'не откроется:',
      unfit: {
        direction: 'не подходит: направление',
        did: 'не подходит: набранный номер',
        queue: 'не подходит: очередь',
        prefix: 'не подходит: начало номера',
        withheld: 'не подходит: номер виден или скрыт',
        known: 'не подходит: знакомый или новый звонящий',
        customdata: 'не подходит: доп. данные',
      },
      failed: 'Не удалось узнать, что откроется.',
    },
    trouble: (time, what) => `Не открыто в ${time}. ${what}`,
    tooMany: 'За минуту открылось слишком много страниц.',
    notStored: 'Ringside не смог сохранить данные об открытии. Проверьте диск.',

    add: 'Добавить правило',
    edit: (rule) => `Изменить ${rule}`,
    remove: (rule) => `Удалить ${rule}`,
    up: (rule) => `Поднять ${rule}`,
    down: (rule) => `Опустить ${rule}`,
    save: 'Сохранить правило',
    cancel: 'Отмена',
    name: 'Название',
    nameHint: 'Как в меню, например «Карточка клиента»',
    trigger: 'Открывается',
    url: 'Адрес',
    urlHint: 'Например, https://crm.example.com/customer?phone={phone|e164}',
    insert: 'Вставить поле:',
    hosts: 'Разрешённые серверы',
    hostsHint: 'Через запятую. Другие серверы не открываются никогда, что бы ни прислал звонящий.',
    allow: (host) => `Разрешить ${host}`,
    conditions: 'Только для некоторых звонков',
    conditionsHint: 'Звонок должен подходить ко всему заполненному. Пустое поле подходит любому звонку.',
    direction: 'Направление',
    directionHint: 'Если ничего не выбрано, подходит любое.',
    did: 'Набранный номер',
    queue: 'Очередь или линия',
    linesHint: 'По одному в строке',
    prefix: 'Номер звонящего начинается с',
    prefixHint: '+9725 с кодом страны, 05 без него',
    number: 'Номер звонящего',
    numbers: { any: 'Любой', shown: 'Виден', withheld: 'Скрыт' },
    known: 'Звонящий',
    knowns: { any: 'Любой', known: 'Уже звонил', unknown: 'Новый' },
    customdata: 'Доп. данные',
    customdataHint: 'По одному в строке: key=value, например lang=he; * — любое значение',
    severalHint: 'Через запятую',
    errors: {
      'wrong-type': 'Недопустимое значение.',
      missing: 'Заполните.',
      'not-a-pair': 'Напишите key=value в каждой строке.',
      'unknown-key': 'Недопустимое значение.',
      'unknown-word': 'Недопустимое значение.',
      'out-of-range': 'Пусто, слишком длинно или без цифр.',
      duplicate: 'Такое название уже есть.',
      'too-many': 'Слишком много.',
      'not-a-host': 'Указывайте полные имена серверов, например crm.example.com, без https:// и *.',
    },
  },

  webhook: {
    title: 'Webhook',
    hint: 'Отправляет события звонков с номером звонящего на адрес вашей организации. Каждое событие подписано.',
    on: 'Отправлять события',
    url: 'Адрес',
    urlHint: 'https:// или http:// на этом компьютере',
    urlBad: 'Введите адрес, который начинается с https://, без имени пользователя и пароля.',
    events: 'События',
    eventNames: {
      ringing: 'Звонит',
      dialing: 'Набор',
      answered: 'Ответ',
      held: 'На удержании',
      resumed: 'Снят с удержания',
      'recording-muted': 'Запись приостановлена',
      'recording-unmuted': 'Запись возобновлена',
      ended: 'Завершён',
    },
    noEvents: 'Выберите хотя бы одно событие.',
    once: 'Не отправлять событие дважды (часть может потеряться)',

    secret: 'Секретный ключ для подписи',
    secretHint: 'Такой же ключ нужен получателю. Хранится как код API и больше не показывается.',
    secretStates: {
      none: 'Ключа ещё нет. Пока его нет, ничего не отправляется.',
      stored: 'Ключ сохранён.',
      policy: 'Ключ задан организацией.',
    },
    saveSecret: 'Сохранить ключ',
    replaceSecret: 'Заменить ключ',
    removeSecret: 'Удалить ключ',
    secretSaved: 'Ключ сохранён.',
    secretRemoved: 'Ключ удалён. Больше ничего не отправляется.',
    secretNotStored:
      'Используется до выхода из программы: пока связка ключей недоступна, сохранить его нельзя.',
    secretNotSaved: 'Ключ не удалось сохранить.',

    status: 'Состояние',
    off: 'Выключено: ничего не отправляется.',
    demo: 'В демо события отправляются только на этот компьютер, поэтому сейчас ничего не отправляется.',
    nothing: 'Пока ничего не отправлено. Будет отправлено следующее событие звонка.',
    delivered: (count) => forms(count, 'событие доставлено', 'события доставлены', 'событий доставлено'),
    last: (time) => `последнее в ${time}`,
    waiting: (count) => `в ожидании: ${number(count)}`,
    lost: (count) => forms(count, 'событие потеряно', 'события потеряны', 'событий потеряно'),
    retrying: (why, time) => `${why} Следующая попытка в ${time}.`,
    gaveUp: (event, time) => `${event}, ${time}:`,
    queueFull: 'Скопилось слишком много событий; самое старое удалено.',
    notStored: 'Не отправлено: Ringside не смог сохранить данные об отправке. Проверьте диск.',
    failure: failureText({
      address: 'Получатель отклонил событие.',
      code: 'Получатель отклонил событие. Проверьте ключ с обеих сторон.',
      limited: 'Получатель ограничивает число событий.',
      unknownRequest: (status) =>
        status === 401 || status === 403
          ? `Получатель отклонил событие (HTTP ${status}). Проверьте ключ с обеих сторон.`
          : `Получатель не принял событие (HTTP ${status}). Проверьте адрес.`,
      httpFault: (status) => `Сбой на стороне получателя (HTTP ${status}).`,
      ownFault: (err) => `Сбой на стороне получателя (ошибка ${err}).`,
      malformed: {
        'not-json': 'Не удалось прочитать ответ получателя.',
        'web-page': 'Вместо получателя ответила веб-страница.',
        'wrong-shape': 'Не удалось прочитать ответ получателя.',
        'too-large': 'Ответ получателя слишком большой.',
        'cut-short': 'Ответ получателя оборвался.',
        redirect:
          'Получатель перенаправляет на другой адрес, но Ringside туда не переходит. Введите здесь новый адрес.',
      },
      unreachable: {
        dns: 'Адрес не найден. Проверьте, нет ли опечатки.',
        'connection-refused': 'Получатель отклонил соединение. Он работает?',
        'connection-lost': 'Соединение с получателем прервано.',
        tls: 'Соединение с получателем небезопасно, поэтому ничего не отправлено. Нужно исправить его сертификат.',
        'proxy-login': PROXY_LOGIN,
        timeout: 'Получатель не ответил за 8 секунд.',
        'insecure-url': 'Адрес не использует https, поэтому ничего не отправлено.',
        aborted: 'Отправка отменена.',
        network: 'Получатель недоступен. Проверьте сеть.',
      },
    }),
  },

  outcomes: {
    title: 'Заметки и метки',
    hint: 'Одним щелчком отметьте, как прошёл звонок. Метка видна, когда этот человек звонит снова.',
    labels: ['Решено', 'Перезвонить', 'Переведён', 'Заказ', 'Жалоба', 'Ошиблись номером'],
    group: 'Как прошёл звонок',
    addNote: 'Заметка и метка',
    lastTime: (what) => `в прошлый раз: ${what}`,
    thatTime: (when, what) => `${when}: ${what}`,
    failed: 'Не сохранено. Повторите.',
    gone: 'Не сохранено: этого звонка больше нет в истории.',
    list: 'Метки',
    listHint: 'По одной в строке. Метки прежних звонков остаются.',
    restore: 'Вернуть метки по умолчанию',
    tooMany: (most) => `Не сохранено: не больше ${number(most)} меток.`,
    tooLong: (line, most) => `Не сохранено: в строке ${number(line)} больше ${number(most)} символов.`,
  },

  settings: {
    title: 'Настройки',
    parts: 'Разделы настроек',
    partNow: (part) => `Перейти к другому разделу. Текущий раздел: ${part}`,
    account: 'Учётная запись',
    changeAccount: 'Сохранить учётную запись',
    serverTitle: 'Сервер',
    pollHint: 'Voicenter просит не меньше 5 секунд между запросами.',
    pollGap: (seconds) =>
      `Сейчас добавочный проверяется не реже раза в ${seconds} с, вместе с остальными запросами.`,
    alerts: 'Оповещения',
    numbers: 'Номера',
    numberFormats: {
      national: 'Национальный (072-277-6772)',
      international: 'Международный (+972 72 277 6772)',
      received: 'Как получен',
    },
    numberFrom: (least, most, whole) =>
      `Введите ${whole ? 'целое ' : ''}число от ${number(least)} до ${number(most)}.`,
    appearance: 'Внешний вид',
    languageOfSystem: 'Как в системе',
    themes: {
      system: 'Как в системе',
      light: 'Светлая',
      dark: 'Тёмная',
      'high-contrast': 'Высокий контраст',
    },
    noTray:
      'На этом рабочем столе нет значков в трее. Ringside продолжает работать: запустите его ещё раз, чтобы открыть окно, или включите значки в настройках рабочего стола.',
    numbersMasked:
      'Номера звонящих скрыты: ваша организация скрывает номера коллег, а в её политике не указано, какой добавочный ваш.',
    launchRefused:
      'Система не разрешила запускать Ringside при включении компьютера. Проверьте автозапуск в настройках системы.',
    launchSwitchedOff:
      'Организация требует запускать Ringside при включении компьютера, но автозапуск отключён в диспетчере задач, в разделе «Автозагрузка».',
    locked: 'Задано организацией',
    saved: 'Сохранено',
    notSaved: {
      locked: 'Задано организацией, здесь изменить нельзя.',
      invalid: 'Недопустимое значение.',
      disk: 'Настройки не удалось сохранить на диск.',
      'no-keychain': 'Компьютер не смог сохранить код.',
    },
    problem: (source, key, why) =>
      `${source === 'policy' ? 'В политике организации' : 'В ваших настройках'}: ${key === '' ? 'файл' : `«${key}»`} — ${PROBLEMS[why]}; не применяется.`,
    quarantineFile: (file) =>
      `Настройки не удалось прочитать. Они сохранены как ${file}; Ringside запущен с настройками по умолчанию.`,
    keychainWaits:
      'Ожидание связки ключей компьютера: разблокируйте её по запросу и перезапустите Ringside, если сообщение не исчезнет.',
    codeUnreadable: 'Сохранённый код больше не читается. Введите его снова.',
    codeOtherAddress: 'Сохранённый код — для другого адреса сервера. Введите код для этого адреса.',
    codeGoes: (servers) => `Код отправляется только на ${servers}.`,
    codeServer: (server, use) => `${server} (${use})`,
    codeUses: {
      baseUrl: 'звонки',
      dialUrl: 'набор номера',
      statusUrl: 'статус',
      callLogUrl: 'журнал звонков',
    },
    codeConfirm: (servers) =>
      `Разрешить отправку сохранённого кода и на ${servers}? С этим кодом можно видеть звонки всей организации и звонить от её имени.`,
    codeAllow: 'Разрешить',
    codeEnterAgain: (servers) =>
      `Сохранённый код не отправляется на ${servers}: это не адрес Voicenter. Чтобы разрешить, введите код ещё раз.`,
    version: (version) => `Ringside ${version}`,
  },

  /** The label of each setting that has one control. */
  settingLabels: {
    alertOnRing: 'Оповещать о звонке',
    alertOnMissed: 'Оповещать о пропущенных',
    alertOnRecording: 'Предупреждать о проблемах с записью',
    mutedTooLongMinutes: 'Предупреждать о приостановке записи через (минуты)',
    deskPhone: 'Звонит настольный телефон: здесь без звука',
    soundVolume: 'Громкость звуков Ringside',
    ringPopup: 'Всплывающее окно Ringside',
    popupDisplay: 'Экран для всплывающего окна',
    fallbackBlink: 'Мигать в трее и на панели задач, если больше ничего не показано',
    fallbackSound: 'Звук, если больше ничего не показано',
    privacy: 'Скрывать номера, имена и заметки',
    windowKeys: 'Команды одной клавишей, например C — копировать',
    dialling: 'Звонить из Ringside со своего телефона',
    hangUp: 'Завершать звонки из Ringside',
    phoneLinks: 'Открывать телефонные ссылки в Ringside',
    queueThresholdSeconds: 'Порог долгого ожидания (секунды)',
    alertOnFirstWaiting: 'Оповещать, когда кто-то начинает ждать',
    alertOnQueueThreshold: 'Оповещать о слишком долгом ожидании',
    alertOnQueueLength: 'Оповещать о длинной очереди',
    queueLength: 'Порог длинной очереди (человек)',
    wideView: 'Следить за всеми добавочными',
    maskTeamNumbers: 'Показывать только последние цифры номеров',
    logInAtStart: 'Входить в систему при запуске Ringside',
    logOutAtQuit: 'Выходить из системы при завершении Ringside',
    numberFormat: 'Формат номеров при показе и копировании',
    region: 'Страна по умолчанию',
    zone: 'Часовой пояс учётной записи',
    language: 'Язык',
    theme: 'Тема',
    launchAtLogin: 'Запускать при включении компьютера',
    startHidden: 'Запускать в трее, без окна',
    callLog: 'Дополнять историю по журналу звонков Voicenter',
    historyDays: 'Сколько дней хранить звонки',
    pollSeconds: 'Интервал проверки (секунды)',
    requestsPerMinute: 'Максимум запросов в минуту',
    baseUrl: 'Адрес сервера',
    muteUrl: 'Адрес сервера записей',
    dialUrl: 'Адрес сервера набора номера',
    statusUrl: 'Адрес сервера статусов',
    callLogUrl: 'Адрес сервера журнала звонков',
    updates: 'Проверять обновления',
    updateWhen: 'Устанавливать обновления',
    updateTime: 'Время',
    updateChannel: 'Версии',
  },

  export: {
    folder: 'Выберите папку для истории',
    listSeparator: ';',
    columns: {
      began: 'Начало',
      ended: 'Конец',
      direction: 'Направление',
      outcome: 'Исход',
      number: 'Номер',
      nationalNumber: 'Национальный номер',
      name: 'Имя',
      dialled: 'Набранный номер',
      agent: 'Оператор',
      extension: 'Добавочный',
      answered: 'Ответ',
      ringSeconds: 'Вызов (секунды)',
      talkSeconds: 'Разговор (секунды)',
      holdSeconds: 'Удержание (секунды)',
      recordingMuted: 'Запись приостанавливалась',
      mutedSeconds: 'Приостановка записи (секунды)',
      mutedSpans: 'Периоды приостановки',
      endSeen: 'Конец известен',
      label: 'Метка',
      note: 'Заметка',
      recordingFile: 'Файл записи',
      callId: 'ID звонка',
      transferredFrom: 'Переведён со звонка',
      answeredBy: 'Кто ответил',
      queue: 'Очередь',
      waitedSeconds: 'Ожидание (секунды)',
      customData: 'Доп. данные',
      calledBack: 'Связались',
      dismissed: 'Убран из списка',
      fromCallLog: 'Из журнала звонков',
      recordingLink: 'Ссылка на запись',
    },
    outcome: (outcome) =>
      outcome === null ? 'Идёт' : outcome === 'unknown' ? 'Неизвестно' : OUTCOMES[outcome],
    direction: (direction) => EXPORT_DIRECTIONS[direction],
    hand: (hand) => EXPORT_HANDS[hand ?? 'unseen'],
    yes: 'да',
    no: 'нет',
  },

  spoken: {
    state: (state, caller) => `${state}: ${caller}`,
    gone: 'Звонок завершён',
  },

  window: {
    noAnswer: 'Ringside не отвечает. Попробуйте ещё раз.',
  },

  problem: {
    title: 'Что-то пошло не так?',
    hint: 'Ringside может записать ответы Voicenter за ближайшие 15 минут. Имена и номера заменяются до сохранения, код не записывается никогда.',
    record: 'Записать неполадку',
    stop: 'Остановить и сохранить',
    until: (time) => `Запись до ${time}.`,
    savedTo: (file) => `Сохранено в «Загрузки»: ${file}`,
    failed: 'Запись не удалось сохранить.',
  },

  diagnostics: {
    title: 'Диагностика',
    hint: 'То, что может попросить администратор: версии, соединение, показатели и последние предупреждения. Без имён, номеров телефонов и кодов.',
    show: 'Показать диагностику',
    copy: 'Скопировать диагностику',
  },

  privacy: {
    number: 'Номер скрыт',
    name: 'Имя скрыто',
    incomingCall: 'Входящий звонок',
    missedCall: 'Пропущенный звонок',
    on: 'Приватный режим включён',
    off: 'Приватный режим выключен',
    banner: 'Приватный режим: номера, имена и заметки скрыты',
    hide: 'Скрыть номера и имена',
    show: 'Показать номера и имена',
    notesHidden: 'В приватном режиме заметки скрыты.',
    searchOff: 'В приватном режиме поиск отключён: результаты показали бы, кто звонил.',
    title: 'Приватность',
    hint: 'Для показа экрана: в оповещениях только «Входящий звонок» и линия. Копируется настоящий номер.',
  },

  keys: {
    title: 'Сочетания клавиш',
    everywhere: 'Глобальные сочетания',
    actions: {
      show: 'Показать Ringside',
      copy: 'Копировать номер звонка',
      mute: 'Приостановить или возобновить запись',
      crm: 'Открыть звонок в CRM',
      privacy: 'Включить или выключить приватный режим',
      dial: 'Позвонить на номер из буфера обмена',
    },
    whichCall: 'Действуют на входящий звонок, а если его нет — на текущий, на удержании или последний.',
    none: 'Нет',
    press: 'Нажмите клавиши…',
    recording: 'Esc отменяет, Backspace очищает.',
    needsModifier: (modifiers) => `Добавьте ${modifiers} или используйте одну из клавиш F1–F24.`,
    or: (one, other) => `${one} или ${other}`,
    clear: (action) => `Очистить сочетание: ${action}`,
    refused: {
      few: 'Эти клавиши нужны другим программам. Добавьте Ctrl и Alt или используйте одну из клавиш F13–F24.',
      fewOnMac:
        'Эти клавиши нужны другим программам. Добавьте две из ⌃, ⌥ и ⌘ или используйте одну из клавиш F13–F24.',
      needed: 'Эти клавиши нужны системе или другим программам. Выберите другие.',
      unreadable: 'Система не может использовать эти клавиши. Выберите другие.',
      taken: (action) => `Эти клавиши уже заняты: «${action}». Выберите другие.`,
    },
    states: {
      unknown: 'Нельзя узнать, действуют ли здесь эти клавиши. Нажмите их, чтобы проверить.',
      taken: 'Система отклонила это сочетание; возможно, его использует другая программа. Выберите другое.',
      invalid: 'Система не может использовать это сочетание. Выберите другое.',
    },
    wayland:
      'В Wayland глобальными сочетаниями управляет рабочий стол: он может запросить разрешение, а неразрешённые не работают.',
    names: { Space: 'Пробел', Shift: 'Shift', Super: 'Super' },

    feedback: {
      copied: 'Номер скопирован',
      'nothing-to-copy': 'Номера для копирования нет',
      failed: 'Номер не удалось скопировать',
      muting: 'Запрошена приостановка записи',
      resuming: 'Запрошено возобновление записи',
      'no-call': 'Звонка нет',
      'not-connected': 'Нет звонка, чью запись можно приостановить',
      'no-page': 'Для этого звонка нет страницы',
      'page-failed': 'Страницу не удалось открыть',
      locked: 'Приватный режим задан организацией, здесь изменить нельзя.',
    },

    inWindow: 'В этом окне',
    singleHint: 'Не работают, пока вы печатаете, и ещё секунду после.',
    showList: 'Показать сочетания',
    list: {
      title: 'Сочетания клавиш в этом окне',
      lead: 'Действуют на выбранный звонок, а если его нет — на первый. Не работают, пока вы печатаете.',
      off: 'Команды одной клавишей выключены в настройках.',
      close: 'Закрыть',
      groups: { call: 'Звонок', window: 'Окно', lists: 'Списки' },
      copy: 'Копировать номер',
      mute: 'Приостановить или возобновить запись',
      note: 'Написать заметку',
      open: 'Открыть в CRM',
      search: 'Поиск',
      privacy: 'Включить или выключить приватный режим',
      dial: 'Позвонить на номер',
      settings: 'Настройки',
      keys: 'Этот список',
      leave: 'Закрыть открытое, затем окно',
      rows: 'Переход между строками',
      ends: 'Первая и последняя строка',
    },
  },

  ladder: {
    title: 'Если уведомление не появилось',
    hint: 'Если уведомление не появилось за 2 секунды после начала звонка, Ringside пробует эти способы по очереди.',
    rungs: {
      notification: 'Уведомление',
      popup: 'Всплывающее окно Ringside',
      tray: 'Мигание',
      sound: 'Звук',
    },
    outcomes: {
      shown: 'показано',
      given: 'отправлено (проверить нельзя)',
      refused: 'заблокировано: включён режим «Не беспокоить» или уведомления выключены',
      failed: 'не удалось показать',
      unsupported: 'не поддерживается этой системой',
      'no-answer': 'нет ответа за 2 секунды',
      off: 'выключено',
    },
    unsigned:
      'не удалось показать: macOS блокирует уведомления неподписанных программ. Попросите у администратора подписанную версию.',
    noPopup: 'невозможно: в Wayland программа не может держать окно поверх других',
    testing: 'Проверяем способы по очереди…',
    popups: {
      fallback: 'Если уведомление не появилось',
      always: 'При каждом звонке',
      never: 'Никогда',
    },
    pointer: 'Где указатель мыши',
    mainScreen: 'Основной экран',
    screen: (number, name) => (name === '' ? `Экран ${number}` : `Экран ${number}: ${name}`),
    goneScreen: 'Отключённый экран',
    doNotDisturb: {
      on: 'Режим «Не беспокоить» включён: система скрывает оповещения.',
      off: 'Режим «Не беспокоить» выключен.',
      unknown: 'Эта система не сообщает, включён ли режим «Не беспокоить».',
    },
    openSystem: 'Системные настройки уведомлений',
    notOpened: 'Открыть системные настройки отсюда не удалось.',
    wayland:
      'В Wayland программа не может держать окно поверх других, поэтому мигание и звук включаются сразу.',
  },

  popup: {
    title: 'Ringside: звонок',
    calls: 'Звонки',
    open: 'Открыть',
    dismiss: 'Закрыть',
  },

  tuning: {
    kinds: { ring: 'Звонок', missed: 'Пропущенный', queue: 'Очередь', recording: 'Запись' },
    queueWhich: 'Какие именно — в разделе «Очереди».',
    sound: 'Звук',
    sounds: { none: 'Нет', system: 'Системный', ringside: 'Звук Ringside' },
    blink: 'Мигать в трее',
    play: { ring: 'Прослушать звук звонка', notice: 'Прослушать звук оповещения' },
    deskPhoneHint: 'Оповещения на экране остаются.',
    silenced: 'Без звука: звонит настольный телефон.',
    blinkHint: 'Мигает до конца оповещения или пока вы не откроете окно; при уменьшении движения не мигает.',
    pause: 'Приостановить все оповещения',
  },

  updates: {
    title: 'Обновления',
    whens: { quit: 'При выходе из Ringside', night: 'В заданное время' },
    timeHint: 'В течение двух часов от этого времени и только когда нет звонка.',
    channels: { latest: 'Стабильные', beta: 'Включая бета-версии' },
    check: 'Проверить сейчас',
    install: 'Установить сейчас',
    installAfter: 'Установить после звонка',
    tryAgain: 'Попробовать снова',
    later: 'Позже',
    understood: 'Понятно',
    off: {
      'not-packaged': 'Эта копия установлена не из пакета и поэтому не обновляется.',
      'not-replaceable':
        'Ringside установлен для всех пользователей компьютера: его обновляет ваша организация.',
      'switched-off': 'Выключено: Ringside не проверяет обновления.',
      'no-server': 'Ваша организация не указала сервер обновлений.',
    },
    notAsked: 'Ещё не проверялось.',
    current: (time) => `Установлена последняя версия; проверено в ${time}.`,
    downloading: (version) => `Загружается версия ${version}.`,
    ready: (version) => `Версия ${version} готова.`,
    asked: 'Она будет установлена, как только закончится звонок.',
    waits: {
      call: 'Ждём окончания звонка.',
      'after-call': 'Ждём несколько минут после звонка.',
      'not-sure': 'Ждём соединения: неизвестно, идёт ли звонок.',
      quit: 'Она будет установлена при выходе из Ringside.',
      night: 'Она будет установлена в заданное время, когда нет звонка.',
      person: 'Раньше установить её не удалось. Продолжает работать текущая версия.',
    },
    installing: (version) => `Устанавливается версия ${version}. Ringside ненадолго закроется.`,
    failed: {
      unreachable: 'Не удалось связаться с сервером обновлений.',
      damaged: 'Обновление повреждено и удалено.',
      unverified: 'Не удалось проверить подпись обновления, поэтому оно удалено.',
      'not-installed': 'Не удалось установить новую версию.',
    },
    whole: 'Продолжает работать текущая версия.',
  },

  terminal: {
    watching: (extension, seconds) =>
      `Наблюдение за добавочным ${extension}, каждые ${seconds} с. Выход: Ctrl+C.`,
    live: 'На связи.',
    staleSince: (time) => `Нет корректного ответа с ${time}.`,
    ended: 'Остановлено.',
    outputLost: (code) => `Остановлено: не удалось записать вывод (${code}).`,
    outputUnread: 'Остановлено: вывод никем не читается.',
    adjusted: (path, what) => `Ответ исправлен: ${path} (${what}).`,
    dropped: (path) => `Звонок без ID пропущен: ${path}.`,
    starting: 'Ringside запускается.',
    alreadyRunning: 'Ringside уже запущен.',
    notStarted: (why) => `Ringside не удалось запустить: ${why}`,
    unknownOption: (option) => `Ringside не запущен: параметр ${option} не поддерживается.`,
    centre: (page) => `Имитация колл-центра: ${page}`,
    tray: (state, tooltip) => `трей: ${state} · ${tooltip}`,
    alert: (title, body) => `оповещение: ${title}${body === '' ? '' : ` · ${body}`}`,
    alertGone: (title) => `оповещение снято: ${title}`,
    call: (what) => `звонок: ${what}`,
    event: (type) => EVENTS[type],
  },
}
